#!/bin/sh
# The printer at the end of the lab's queue: a CUPS backend that lays what arrives into the tray folder.
# CUPS calls it with: job-id user title copies options [file]; the device URI is tray:/path/of/the/folder.
# Copies are the device's work, so they and the options are noted beside the PDF, which appears last and whole.
set -eu
[ $# -ge 5 ] || { echo 'direct tray "Unknown" "Lab tray"'; exit 0; }
sheet="${DEVICE_URI#tray:}/job-$1"
if [ $# -ge 6 ]; then cat "$6" > "$sheet.part"; else cat > "$sheet.part"; fi
printf '%s\n%s\n' "$4" "$5" > "$sheet.ticket"
chmod 644 "$sheet.part" "$sheet.ticket"
mv "$sheet.part" "$sheet.pdf"
