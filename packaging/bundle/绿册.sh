#!/bin/sh
# 双击运行：选单位文件夹，在浏览器里打开。
exec "$(dirname -- "$(readlink -f -- "$0")")/bin/lvce-desk" "$@"
