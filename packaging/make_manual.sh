#!/bin/sh
# What the program says of itself: the manual page and bash's completion. make_manual.sh PROGRAM FOLDER
set -eu
mkdir -p "$2"
# No leak check of a sanitized build: this is no test.
export ASAN_OPTIONS=detect_leaks=0
"$1" help --man >"$2/lvce.1"
gzip -9nc "$2/lvce.1" >"$2/lvce.1.gz"
"$1" help --completion >"$2/lvce.bash"
