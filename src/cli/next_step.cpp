#include <iostream>

#include "cli/commands.h"
#include "desk/units.h"

namespace lvce {

std::string first_way() {
  return "  lvce rubric list                     查有哪些评价标准\n"
         "  lvce init 单位文件夹 --rubric 代号   新建台账和佐证材料文件夹，填好台账，放好材料\n"
         "  lvce map 单位文件夹                  有自己的能耗登记表的，放进其中的“能耗”文件夹，看懂版式，不必重填\n"
         "  lvce sort 单位文件夹                 给没有编号的材料提出归处；加 --apply 移过去\n"
         "  lvce captions 单位文件夹             把没有图说的照片列成表，供填写\n"
         "  lvce check 单位文件夹                看看还缺什么\n"
         "  lvce build 单位文件夹 -o 输出        生成全部申报材料\n"
         "  lvce verify 输出                     核对生成的材料\n"
         "  lvce papers 单位文件夹               由台账写出分析报告、公示表等文稿\n"
         "  lvce print 单位文件夹 --for 验收     现场验收要带的一套\n";
}

int run_next_step(const std::filesystem::path& folder) {
  std::cout << "绿册 lvce：节约型机关创建申报材料生成工具\n\n";
  if (holds_workbook(folder)) {
    std::cout << "这个文件夹里有台账。接下来：\n"
                 "  lvce open         在浏览器里看还缺什么、放材料、生成\n"
                 "  lvce map          看懂“能耗”文件夹里本单位自己的能耗登记表\n"
                 "  lvce sort         给没有编号的材料提出归处\n"
                 "  lvce captions     把没有图说的照片列成表，供填写\n"
                 "  lvce check        看看还缺什么（不写任何文件）\n"
                 "  lvce build        生成全部申报材料，放到上一级的“输出”文件夹\n"
                 "  lvce verify       核对“输出”里的材料\n"
                 "  lvce papers       由台账写出分析报告、公示表等文稿\n"
                 "  lvce print        现场验收要带的一套（加 --for 验收）\n";
  } else {
    std::cout << "这个文件夹里没有台账（.xlsx）。接下来：\n"
                 "  lvce open                            在浏览器里新建、填报、生成\n"
              << first_way();
  }
  std::cout << "\n全部用法：lvce --help\n";
  return kDone;
}

}  // namespace lvce
