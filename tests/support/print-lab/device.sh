#!/bin/sh
# The device of the print lab. It puts each document into a folder in one step, and follows the file .mood in that folder:
#   wait REASON   reports the reason, and waits until the mood changes   say REASON   reports it, and prints anyway
#   then REASON   prints, and reports it afterward                       fail REASON  reports it, and drops the job
#   hang          waits without reporting anything                       exit NUMBER  exits like a CUPS backend
# CUPS calls it as a backend: job-id user title copies options [file], with DEVICE_URI=tray:/path/of/folder.
# ippeveprinter calls it as its command: with the file alone, and PAPER is the folder.
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
# A CUPS queue keeps a reason until its backend clears it, so the next job clears the reasons of the one before.
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
