#!/bin/sh
# Makes the kiosk's one print queue: driverless; a job that fails is dropped, never printed later.
#   add-queue.sh ipp://printer.ward.example/ipp/print [letter|a4] [QUEUE]
set -eu
[ $# -ge 1 ] || { sed -n '2,3s/^# \{0,1\}//p' "$0"; exit 2; }
uri="$1" paper="${2:-letter}" queue="${3:-kiosk}"
case "$uri" in
  ipp://* | ipps://*) ;;
  *) echo "add-queue.sh: $uri does not start with ipp:// or ipps://" >&2; exit 2 ;;
esac
case "$paper" in
  letter) media=na_letter_8.5x11in ;;
  a4) media=iso_a4_210x297mm ;;
  *) echo "add-queue.sh: paper is letter or a4, not $paper" >&2; exit 2 ;;
esac

lpadmin -p "$queue" -E -v "$uri" -m everywhere
# lpadmin returns before CUPS has asked the printer. If that fails, the queue would silently print raw data.
tries=0
until lpoptions -p "$queue" | grep -q 'IPP Everywhere'; do
  tries=$((tries + 1))
  [ "$tries" -lt 100 ] || {
    lpadmin -x "$queue"
    echo "add-queue.sh: the printer does not speak IPP Everywhere, or does not answer; no queue was made" >&2
    exit 1
  }
  sleep 0.1
done
# Add the time-out last: some printers reject an address with an option.
lpadmin -p "$queue" -v "$uri?contimeout=5" -o printer-error-policy=abort-job -o printer-is-shared=false \
  -o "media-default=$media" -o sides-default=one-sided
echo "In the kiosk's site.toml: [printer] kind = \"ipp\", uri = \"ipp://127.0.0.1:631/printers/$queue\""
