#!/bin/sh
# The device at the end of a print lab. It lays what arrives into a folder, whole and last, and does what the file
# .mood in that folder says:
#   wait REASON   says the reason, and waits until the mood is another        say REASON   says it, and prints all the same
#   then REASON   prints, and says it at the end                               fail REASON  says it, and gives the job up
#   hang          waits without a word                                         exit NUMBER  ends as CUPS backends do
# As a CUPS backend it is called with: job-id user title copies options [file], and DEVICE_URI is tray:/path/of/folder.
# As the command of ippeveprinter it is called with the file alone, and PAPER is the folder.
set -eu
[ $# -ge 1 ] || { echo 'direct tray "Unknown" "Lab tray"'; exit 0; }
if [ $# -ge 5 ]; then
  folder="${DEVICE_URI#tray:}" sheet="${DEVICE_URI#tray:}/job-$1" copies="$4" options="$5"
  shift 5
else
  folder="$PAPER" sheet="$PAPER/job-$START-$IPP_JOB_ID-" copies=1 options=''
fi
trap 'rm -f "$sheet.part"; exit 1' TERM
mood() { cat "$folder/.mood" 2>/dev/null || echo fine; }
# A reason stays with a CUPS queue until its backend takes it back, so what is over is taken back with the next job.
state() {
  echo "STATE: $1" >&2
  case "$1" in +*) echo "${1#+}" >> "$folder/.said" ;; esac
}
if [ -f "$folder/.said" ]; then
  while read -r reason; do echo "STATE: -$reason" >&2; done < "$folder/.said"
  rm -f "$folder/.said"
fi
wait_while() { while [ "$(mood)" = "$1" ]; do sleep 0.03; done; }

cat -- "$@" > "$sheet.part"
now="$(mood)"
case "$now" in
  'wait '*)
    state "+${now#wait }"
    wait_while "$now"
    state "-${now#wait }"
    ;;
  'say '*) state "+${now#say }" ;;
  'fail '*)
    state "+${now#fail }"
    rm "$sheet.part"
    exit 1
    ;;
  'exit '*)
    rm "$sheet.part"
    exit "${now#exit }"
    ;;
  hang) wait_while hang ;;
esac
printf '%s\n%s\n' "$copies" "$options" > "$sheet.ticket"
chmod 644 "$sheet.part" "$sheet.ticket"
mv "$sheet.part" "$sheet.pdf"
case "$now" in 'then '*) state "+${now#then }" ;; esac
