#include "office/own_ledgers.h"

namespace lvce {

std::string own_ledgers_hint(const std::string& waiting) {
  if (waiting.empty()) return "本单位自己的台账放在“能耗”文件夹里的，运行 lvce map 看懂它的版式";
  if (waiting.ends_with("/映射.yaml")) return "“" + waiting + "”放在这里不会读取：请把它移到单位文件夹里，和台账放在一起";
  return "已有“" + waiting + "”：请打开核对，无误后改名为“映射.yaml”放在单位文件夹里，才会采用";
}

}  // namespace lvce
