#!/bin/bash
# 用几台机器生成许多单位的材料：GNU parallel 经 ssh 在各台机器上各做几片，不加锁，只共用文件系统。
#   parallel.sh 名单.xlsx 输出文件夹 片数 机器[,机器…]
# 名单、单位文件夹、输出文件夹要在各台机器上以同样的路径看得到（共享文件系统），各台都装有同一版本的 lvce。
# 机器写作 主机名；4/主机名 表示同时在它上面做 4 片；: 表示本机。例：parallel.sh 名单.xlsx 输出 40 :,2/机房一,4/机房二
# 中断后再运行一次即可：没有变化的单位不重做。最后自动核对名单，缺少或不全的单位逐个列出。
set -u
[ $# -eq 4 ] || {
  echo "用法：$0 名单.xlsx 输出文件夹 片数 机器[,机器…]" >&2
  exit 2
}
roster=$(realpath "$1") out=$(realpath -m "$2") shards=$3 machines=$4
: "${LVCE:=lvce}" "${JOBS:=1}"
mkdir -p "$out" || exit 4
# 退出码 1 只表示有单位未齐全；3、4 是这一片没有做成，再试一次（换一台机器也行）。
parallel --sshlogin "$machines" --retries 2 --joblog "$out/.各片.log" --line-buffer --tag \
  "$LVCE batch {1} -o {2} --shard {3}/$shards --jobs $JOBS --quiet; code=\$?; [ \$code -le 1 ] || exit \$code" \
  ::: "$roster" ::: "$out" ::: $(seq 1 "$shards")
"$LVCE" batch gather "$out" --roster "$roster"
