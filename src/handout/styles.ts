/**
 * The print style sheet: black context, one column, ragged right, room to write (docs/evidence/product-anchors.md §4.2).
 */
import { FONT_FAMILY } from './font-family';
import { DOCUMENT_TOP_PT, type Measures } from './measures';
import { TINT } from './drawings/picture';

export function printStyles(measures: Measures): string {
  const { bodyPt, letterPt, titlePt, headingPt, messagePt, becausePt, lineHeight, gapPt, tickMm, writeMm, logRowMm } =
    measures;
  const gap = (times: number): string => `${Math.round(gapPt * times * 10) / 10}pt`;
  return `
*{box-sizing:border-box;margin:0;padding:0}
html{font:400 ${bodyPt}pt/${lineHeight} '${FONT_FAMILY}',sans-serif;color:#000;background:#fff;
hyphens:none;text-align:left;font-synthesis:none;print-color-adjust:exact}
body{orphans:2;widows:2}
ul,ol{list-style:none}
strong{font-weight:700}
.document{break-before:page;position:relative;padding-top:${DOCUMENT_TOP_PT}pt}
.document:first-child{break-before:auto}

h1{font-size:${titlePt}pt;line-height:1.15;font-weight:700}
h2{font-size:${headingPt}pt;line-height:1.2;font-weight:700;margin-top:${gap(1.6)};margin-bottom:${gap(0.4)}}
h3{font-size:${bodyPt}pt;font-weight:700;margin-top:${gap(1)}}
h1,h2,h3{break-inside:avoid;break-after:avoid}
p,li{max-width:468pt}
.text{margin-bottom:${gap(1)};break-inside:avoid}
.text.long{break-inside:auto}
.list{margin:0 0 ${gap(1)}}
.list>li,.overlays>li{position:relative;padding-left:18pt;margin-bottom:${gap(0.4)};break-inside:avoid}
.list>li::before,.overlays>li::before{content:'';position:absolute;left:4pt;top:${bodyPt * lineHeight * 0.5 - 2}pt;
border:2.6pt solid #000;border-left-width:3.4pt;border-right-width:3.4pt;border-radius:50%}
p:has(+ul){break-after:avoid}
.list>li:first-child:not(:last-child){break-after:avoid}
.list>li:last-child:not(:first-child){break-before:avoid}
/* No page holds only the last part of a document or only the last lines of its last list. */
.document>:nth-last-child(-n+2):not(:first-child,.tail,:has(+.tail)),
.document>.tail:has(>h2):not(:has(>:nth-child(3)),.log+.tail),
.document>:last-child:not(.help)>li:nth-last-child(-n+3):not(:first-child),
.document>.terms:last-child>li:nth-last-child(-n+8){break-before:avoid}
.tail{break-inside:avoid}
.document>.person:nth-last-child(2){break-before:auto}
ol.list{list-style:decimal;padding-left:26pt}
ol.list>li{padding-left:0}
ol.list>li::before{content:none}
ol.list>li::marker{font-weight:700}

.head{border-bottom:1.5pt solid #000;padding-bottom:${gap(0.7)};margin-bottom:${gap(1)}}
.head-line{display:flex;flex-wrap:wrap;align-items:flex-end;column-gap:18pt;justify-content:space-between}
.head-line .name{flex:1 0 150pt;max-width:220pt}
.purpose{margin-top:${gap(0.5)}}
.because{font-size:${becausePt}pt;line-height:1.22;margin-top:${gap(0.7)};max-width:504pt}
.plan-head{display:flow-root;margin-bottom:${gap(0.5)}}
.label-box{float:right;width:66mm;height:25mm;border:1pt solid #000;border-radius:4pt;margin:0 0 4pt 14pt;
padding:2pt 5pt;font-size:${becausePt}pt}
.plan-head .name{flex-basis:120pt}

.message{font-size:${messagePt}pt;line-height:1.2;font-weight:700;border:2.5pt solid #000;border-radius:8pt;
padding:${gap(0.8)} ${gap(2)};max-width:none;break-inside:avoid}
.emergency{margin-top:${gap(0.8)};font-weight:700;max-width:none;break-inside:avoid}
.overlays{margin-top:${gap(0.5)}}
.overlays>li{max-width:none}
.overlays>.safety{font-weight:700}
.dates{border:1.5pt solid #000;border-radius:6pt;padding:${gap(0.8)} ${gap(1.6)};margin-top:${gap(1)};
break-inside:avoid}
.dates p{max-width:none}
.date-title{font-weight:700}

.tick{position:absolute;left:0;top:3pt;width:${tickMm}mm;height:${tickMm}mm;border:1.5pt solid #000;border-radius:2pt}
.ticked{position:relative;padding-left:calc(${tickMm}mm + 10pt);min-height:calc(${tickMm}mm + 3pt);
break-inside:avoid;max-width:none;padding-top:2pt;margin-bottom:${gap(0.7)}}
.ticked-text h3{margin-top:0}
.ticked-text .text{margin-bottom:${gap(0.3)}}
.steps>.ticked{margin-bottom:${gap(0.5)}}
.step-who{display:inline-block;border:1pt solid #000;border-radius:8pt;padding:0 6pt;line-height:1.1;white-space:nowrap}
.ticks{margin:${gap(0.6)} 0}
.ticks>.ticked{margin-bottom:${gap(0.3)}}
.help>.ticked{padding-top:0;margin-bottom:${gap(0.35)};break-inside:auto}
.help>.ticked>.tick{top:1pt}
.help .ticked-text>.text,.help .list>li,.help .contacts,.help .list{margin-bottom:0}
.help .contacts{break-before:avoid}
.opening{break-inside:avoid;max-width:468pt}
.opening.long{break-inside:auto}
.opening>*{display:inline}

.write-in{display:flex;align-items:flex-end;min-height:${writeMm}mm;column-gap:6pt;break-inside:avoid}
.write-label{flex:none;padding-bottom:1pt}
.write-line{flex:1;min-width:30pt;border-bottom:1pt solid #000;align-self:stretch}
.write-row{height:${writeMm}mm;border-bottom:1pt solid #000}
.write-lines{break-inside:avoid}
.labelled-lines{break-inside:avoid;margin:${gap(1)} 0}
.label{font-weight:700}
.side-by-side{display:flex;column-gap:16pt;align-items:flex-end}
.side-by-side>.write-in{flex:1}
.side-by-side>.wide{flex:1.6}
.phone{flex:none;display:flex;align-items:flex-end;min-height:${writeMm}mm;column-gap:6pt}
.phone-blank{display:flex;width:74mm;align-items:flex-end;column-gap:3pt}
.phone-blank .four{flex:1.3}
.plan-head~h2{margin-top:${gap(0.9)};margin-bottom:1pt}
.phone.known{align-items:baseline}
.call .known{min-height:0;padding-top:3pt}
.call{display:flex;align-items:flex-end;justify-content:space-between;column-gap:12pt;break-inside:avoid}
.call-name{min-width:0;padding-top:5pt}

.box{border:1.5pt solid #000;border-radius:6pt;padding:${gap(1)} ${gap(2)};margin:${gap(1.2)} 0;break-inside:avoid}
.box>h2:first-child{margin-top:0;margin-bottom:0}
.box>:last-child{margin-bottom:0}
.person{break-inside:avoid;margin-bottom:${gap(1)}}
.portrait{float:right;width:48pt;margin:4pt 0 0 10pt}
.person .text{margin-bottom:0}
.contacts{margin:0 0 ${gap(0.6)}}
.contacts>li{break-inside:avoid;max-width:none}
.fact{white-space:nowrap}
.fresh{white-space:nowrap;font-size:${becausePt}pt}
.complaint{break-inside:avoid}
.complaint>.text{margin-bottom:${gap(0.3)}}
.section{border-top:1.5pt solid #000;padding-top:${gap(0.6)};margin-top:${gap(1.1)};margin-bottom:0}
.section+.card h3{margin-top:${gap(0.3)}}

table{width:calc(100% - 2pt);margin:0 1pt;border-collapse:collapse;table-layout:fixed}
th{font-weight:700;text-align:left;vertical-align:bottom;padding:2pt 4pt;border:1pt solid #000;background:${TINT}}
td{height:${logRowMm}mm;border:1pt solid #000}
tr{break-inside:avoid}
th.date{width:15%}th.who{width:23%}th.number{width:17%}th.said{width:27%}th.next{width:18%}

.here-mark{border:1.5pt solid #000;border-radius:8pt;padding:0 6pt;font-weight:700;background:${TINT};
display:inline-block;line-height:1.1;white-space:nowrap}
.caption{font-size:${becausePt + 1}pt;line-height:1.15}
.way-home{display:block;width:100%;overflow:visible}
.figure-number{font-size:15px;font-weight:700}
.path{break-inside:avoid;margin:0 0 ${gap(1)}}
.path-steps{display:grid;grid-template-columns:repeat(4,1fr);column-gap:10pt;text-align:center;
margin-bottom:${gap(0.5)}}
.path-steps strong,.path-steps span{display:block}
.path-steps{font-size:${bodyPt - (bodyPt > 14 ? 2 : 0)}pt}
.path-steps .here{font-weight:700}
.path-steps .here-mark{display:inline-block;margin-top:2pt}
.write-date{display:block;height:${writeMm}mm;border-bottom:1pt solid #000}
.ticked>.ticked-text>.write-in{max-width:360pt;margin-top:-8pt}
.figure{break-inside:avoid;margin:0 0 ${gap(1.2)}}
.scene{display:block;max-width:${bodyPt > 14 ? '220pt' : '100%'}}
.scene-approval{max-width:380pt}
.scene-letter{flex:none;width:${bodyPt > 14 ? 80 : 150}pt}
.letter-map{display:flex;column-gap:18pt;align-items:center;margin:${gap(0.8)} 0 0}
.code+.letter-map{margin-top:0}
.letter-map h2{margin:0;line-height:1.1}
.letter-map .list,.letter-map .list>li{margin:0}
.dates+.ticks{margin-top:${gap(0.4)};margin-bottom:0}
.help .fresh{white-space:normal}
.terms>li{margin-bottom:${gap(0.2)};break-inside:avoid;max-width:none}
.card .text,.card .list{margin-bottom:${gap(0.3)};max-width:none}
.card h3{margin-top:${gap(0.7)}}
.card li{max-width:none}
.card .list>li{margin-bottom:0;padding-left:15pt}
.card .list>li::before{left:2pt}
.about{break-inside:avoid}
.about .text{margin-bottom:${gap(0.2)};max-width:none}
.contents>li{margin-bottom:0}
.phones>li{margin-bottom:${gap(0.8)}}
.tight>li{margin-bottom:0}
.questions{margin-top:0}
/* Measured from the baseline of the text, so that the full height is left for handwriting. */
.questions .write-row{height:calc(${writeMm}mm - 4pt)}
.questions>.ticked{margin-bottom:${gap(0.2)}}
.qr{flex:none}
.code{display:flex;align-items:center;column-gap:6pt;break-inside:avoid}
.codes{display:flex;column-gap:12pt;margin-top:${gap(1)};break-inside:avoid}
.codes>.code{flex:1;min-width:0}
.code>div{min-width:0}
.code-line{font-size:${becausePt + 1}pt;line-height:1.2;overflow-wrap:anywhere}
.wallet{display:flex;width:504pt;height:144pt;margin:${gap(2.5)} calc((100% - 504pt)/2) 0;border:1.2pt dashed #000;
break-inside:avoid}
.wallet-side{flex:1;display:flex;flex-direction:column;justify-content:space-between;padding:9pt 12pt;
font-size:10.5pt;line-height:1.15}
.wallet-side+.wallet-side{border-left:1.2pt dotted #000}
.wallet-title,.wallet-warning{font-weight:700}
.wallet-title{font-size:12pt}
.wallet-row{display:flex;column-gap:5pt;align-items:flex-end;min-height:20pt}
.cover{position:relative;text-align:center;padding-top:24pt}
.cover h1{font-size:30pt;margin-bottom:24pt}
.cover-house{width:120pt;margin:0 auto;display:block}
.cover-take{margin:24pt auto 0;font-size:${messagePt}pt}
.fold{position:absolute;left:0;right:0;border-top:1pt dashed #000;font-size:${becausePt}pt;text-align:right}
.bars{display:flex;column-gap:12pt;margin:${gap(2)} 0}
.bar{flex:1}
.bar .ink{display:block;height:30pt;border:1pt solid #000}
.ruler{width:100mm;border:1pt solid #000;border-top:0;height:12pt;padding-left:4pt;font-size:9pt}
.test-large{font-size:18pt}
.test-small{font-size:9pt}
.ladder{margin-top:${gap(1)}}
.rung{position:relative;padding-left:52pt;break-inside:avoid;max-width:none}
.rung .text{margin-bottom:0;max-width:452pt}
.date{font-weight:700}
.levels>.rung{padding-top:2pt;padding-bottom:${gap(0.3)};min-height:35pt}
.levels>.rung::before{content:'';position:absolute;left:20.5pt;top:0;bottom:0;border-left:3pt dotted #000}
.stone{position:absolute;left:0;top:1pt;width:44pt;height:30pt}
.place{position:absolute;left:7pt;top:0;width:30pt;height:35pt}
.start{min-height:36pt;display:flex;align-items:center;break-after:avoid}
.start h2{margin:0}
.levels>.rung:last-child{min-height:67pt}
.levels>.rung:last-child::before{bottom:auto;height:40pt}
.levels .place{top:32pt}
.ladder+.caption{break-before:avoid}

.blanks{break-inside:avoid}
.letter{font-size:${letterPt}pt}
.letter .blanks{display:grid;grid-template-columns:1fr 1fr;column-gap:16pt}
.letter .subject{font-size:${letterPt + 3}pt;margin:${gap(3)} 0 ${gap(1.5)}}
.letter p,.letter li{max-width:none}
.letter .ticks{margin:0 0 ${gap(1)}}
.letter .ticked{padding-top:0}
.letter .list>li::before{top:${letterPt * lineHeight * 0.5 - 2}pt}
.letter .blanks:last-child{margin-top:${gap(2)}}
`;
}
