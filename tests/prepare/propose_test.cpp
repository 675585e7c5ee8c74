#include "prepare/propose.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <map>

#include "paths.h"
#include "rubric/rubric.h"
#include "support/files.h"
#include "support/text.h"

namespace lvce {
namespace {

const SortWords& words() {
  static std::string problem;
  static const std::optional<SortWords> kWords = load_sort_words(data_folder() / "templates" / "sorting.yaml", problem);
  INFO(problem);
  REQUIRE(kWords);
  return *kWords;
}

struct Case {
  bool named = false;
  std::string says;
  std::vector<std::string> answers;  ///< a rubric each; empty: none
};

std::vector<Case> cases() {
  std::ifstream in(std::string(kTestData) + "/prepare/propose_cases.txt");
  std::vector<Case> out;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::vector<std::string> fields = split(line, '|');
    Case& each = out.emplace_back();
    each.named = trim(fields.at(0)) == "name";
    each.says = trim(fields.at(1));
    for (std::size_t i = 2; i < fields.size(); ++i) each.answers.push_back(trim(fields[i]) == "-" ? "" : trim(fields[i]));
  }
  return out;
}

Proposal proposal_for(const Case& each, const Rubric& rubric) {
  EvidenceFolder folder;
  EvidenceFile& file = folder.files.emplace_back();
  file.state = EvidenceState::unassigned;
  file.path = each.named ? each.says + ".pdf" : "扫描件0001.pdf";
  return propose_places(folder, rubric, words(), each.named ? std::map<std::string, std::string>{} : std::map<std::string, std::string>{{file.path, each.says}})
      .at(0);
}

}  // namespace

TEST_CASE("what a colleague could place is proposed, nothing wrongly", "[prepare][sort]") {
  const std::vector<std::string> rubrics = {"shanxi-2021", "chongqing-2021", "taskplan-2021", "xinjiang-2023", "yiyang-2020"};
  for (std::size_t i = 0; i < rubrics.size(); ++i) {
    const LoadedRubric loaded = load_rubric(rubrics[i], data_folder());
    REQUIRE(loaded.rubric);
    int asked = 0, right = 0;
    for (const Case& each : cases()) {
      const Proposal proposal = proposal_for(each, *loaded.rubric);
      const bool to_ask = each.answers.at(i).starts_with("~");
      const std::string answer = each.answers.at(i).substr(to_ask ? 1 : 0);
      CHECK_FALSE((to_ask && proposal.sure));
      INFO(rubrics[i] << " " << each.says << " -> " << join(proposal.indicators, "、") << " " << proposal.why);
      const bool has = std::find(proposal.indicators.begin(), proposal.indicators.end(), answer) != proposal.indicators.end();
      asked += answer.empty() ? 0 : 1;
      right += has ? 1 : 0;
      CHECK((proposal.indicators.empty() || has));
      if (!has && !answer.empty()) WARN("missed: " << rubrics[i] << " " << each.says << " " << answer);
    }
    CHECK(right * 100 >= asked * 95);
  }
}

struct NamedFile {
  std::string name;
  std::vector<std::string> answers;  ///< any of them; empty: it can only be asked, or belongs nowhere
};

/// propose_names.txt, by rubric.
std::map<std::string, std::vector<NamedFile>> named_files() {
  std::ifstream in(std::string(kTestData) + "/prepare/propose_names.txt");
  std::map<std::string, std::vector<NamedFile>> out;
  std::string rubric;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (line[0] == '@') {
      rubric = line.substr(1);
      continue;
    }
    const std::vector<std::string> fields = split(line, '|');
    const std::string answer = trim(fields.at(1));
    out[rubric].push_back({trim(fields.at(0)), answer == "?" || answer == "-" ? std::vector<std::string>{} : split(answer, '/')});
  }
  return out;
}

TEST_CASE("names as clerks give them are proposed, and none is sure and wrong", "[prepare][sort]") {
  std::size_t placeable = 0, right = 0, sure = 0;
  for (const auto& [id, files] : named_files()) {
    const LoadedRubric loaded = load_rubric(id, data_folder());
    REQUIRE(loaded.rubric);
    EvidenceFolder folder;
    for (const NamedFile& file : files) {
      folder.files.emplace_back().state = EvidenceState::unassigned;
      folder.files.back().path = file.name + ".pdf";
    }
    const std::vector<Proposal> proposals = propose_places(folder, *loaded.rubric, words(), {});
    REQUIRE(proposals.size() == files.size());
    for (std::size_t i = 0; i < files.size(); ++i) {
      const auto is_right = [&](const std::string& one) { return std::find(files[i].answers.begin(), files[i].answers.end(), one) != files[i].answers.end(); };
      const std::vector<std::string>& proposed = proposals[i].indicators;
      INFO(id << " " << files[i].name << " -> " << join(proposed, "、"));
      CHECK((!proposals[i].sure || std::all_of(proposed.begin(), proposed.end(), is_right)));
      placeable += files[i].answers.empty() ? 0 : 1;
      right += std::any_of(proposed.begin(), proposed.end(), is_right) ? 1 : 0;
      sure += proposals[i].sure ? 1 : 0;
    }
  }
  REQUIRE(placeable > 250);
  CHECK(right * 100 >= placeable * 95);
  CHECK(sure * 100 >= placeable * 75);  // else nothing would be gained by asking less
}

TEST_CASE("a remark in brackets does not govern a name, and makes it doubtful where it speaks of something else", "[prepare][sort]") {
  const LoadedRubric loaded = load_rubric("yiyang-2020", data_folder());
  const Proposal other = proposal_for({true, "食堂能耗公示（节水、光盘提醒）", {}}, *loaded.rubric);
  CHECK_FALSE(other.sure);
  CHECK(other.indicators == std::vector<std::string>{"2.2.4", "4.1.1"});
  const Proposal plain = proposal_for({true, "食堂能耗公示（三季度）", {}}, *loaded.rubric);
  CHECK(plain.sure);
  CHECK(plain.indicators == std::vector<std::string>{"2.2.4"});
  const Proposal held = proposal_for({true, "干部教育培训计划（含节能、垃圾分类）", {}}, *loaded.rubric);
  CHECK(held.sure);
  CHECK(held.indicators == std::vector<std::string>{"5.2.1"});
}

TEST_CASE("a thing without an act, and a name that goes on about something else, are not sure", "[prepare][sort]") {
  const LoadedRubric taskplan = load_rubric("taskplan-2021", data_folder());
  const Proposal thing = proposal_for({true, "废旧物品", {}}, *taskplan.rubric);
  CHECK_FALSE(thing.sure);
  CHECK(thing.indicators == std::vector<std::string>{"4.1.1", "4.3.2"});
  const Proposal act = proposal_for({true, "废旧物品回收协议", {}}, *taskplan.rubric);
  CHECK(act.sure);
  CHECK(act.indicators == std::vector<std::string>{"4.3.2"});
  const LoadedRubric shanxi = load_rubric("shanxi-2021", data_folder());
  const Proposal long_name = proposal_for({true, "食堂食材采购与就餐登记台账（光盘行动）", {}}, *shanxi.rubric);
  CHECK_FALSE(long_name.sure);
  CHECK(long_name.indicators == std::vector<std::string>{"3.4.1"});
}

TEST_CASE("what a paper is stands at its end: one that proves nothing of the topic is not sure", "[prepare][sort]") {
  struct Paper {
    const char* rubric;
    const char* name;
    bool sure;
  };
  for (const Paper& paper : {Paper{"xinjiang-2023", "充电桩安装合同", true},
                             {"xinjiang-2023", "办公用房租赁合同", false},
                             {"shanxi-2021", "节水知识讲座签到册", true},
                             {"shanxi-2021", "节水马桶签到册", false},
                             {"taskplan-2021", "卫生间节水型器具照片", true},
                             {"taskplan-2021", "节水型器具先进集体奖牌", false},
                             {"taskplan-2021", "节能岗位练兵", false},
                             {"chongqing-2021", "渝快政平台截图", true},
                             {"chongqing-2021", "渝快政平台工作简报采用", false},
                             {"yiyang-2020", "益阳日报报道", false},
                             {"shanxi-2021", "节能减排宣传进社区（党员双报到）", false},
                             {"shanxi-2021", "节能减排宣传进社区（含党员志愿者）", true}}) {
    const LoadedRubric loaded = load_rubric(paper.rubric, data_folder());
    INFO(paper.rubric << " " << paper.name);
    CHECK(proposal_for({true, paper.name, {}}, *loaded.rubric).sure == paper.sure);
  }
}

struct LabelledPage {
  std::string text;
  std::vector<std::string> answers;  ///< any of them; empty: none is meant
};

/// propose_pages.txt, by rubric.
std::map<std::string, std::vector<LabelledPage>> labelled_pages() {
  std::ifstream in(std::string(kTestData) + "/prepare/propose_pages.txt");
  std::map<std::string, std::vector<LabelledPage>> out;
  LabelledPage* page = nullptr;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("#")) continue;
    if (!line.starts_with("@")) {
      page->text += line + "\n";
      continue;
    }
    const std::size_t blank = line.find(' ');
    const std::string answer = line.substr(blank + 1);
    page = &out[line.substr(1, blank - 1)].emplace_back();
    if (answer != "-") page->answers = split(answer, '/');
  }
  return out;
}

TEST_CASE("first pages of files whose names say nothing are proposed, and none is sure and wrong", "[prepare][sort]") {
  std::size_t placeable = 0, right = 0, sure = 0;
  for (const auto& [id, pages] : labelled_pages()) {
    const LoadedRubric loaded = load_rubric(id, data_folder());
    REQUIRE(loaded.rubric);
    EvidenceFolder folder;
    std::map<std::string, std::string> texts;
    for (const LabelledPage& page : pages) {
      EvidenceFile& file = folder.files.emplace_back();
      file.state = EvidenceState::unassigned;
      file.path = "扫描件" + std::to_string(folder.files.size()) + ".pdf";
      texts[file.path] = page.text;
    }
    const std::vector<Proposal> proposals = propose_places(folder, *loaded.rubric, words(), texts);
    REQUIRE(proposals.size() == pages.size());
    for (std::size_t i = 0; i < pages.size(); ++i) {
      const auto is_right = [&](const std::string& one) { return std::find(pages[i].answers.begin(), pages[i].answers.end(), one) != pages[i].answers.end(); };
      const std::vector<std::string>& proposed = proposals[i].indicators;
      INFO(id << " " << pages[i].text << " -> " << join(proposed, "、"));
      CHECK((!proposals[i].sure || std::all_of(proposed.begin(), proposed.end(), is_right)));
      placeable += pages[i].answers.empty() ? 0 : 1;
      right += std::any_of(proposed.begin(), proposed.end(), is_right) ? 1 : 0;
      sure += proposals[i].sure ? 1 : 0;
    }
  }
  REQUIRE(placeable >= 300);
  CHECK(right * 100 >= placeable * 96);
  CHECK(sure * 100 >= placeable * 45);
}

TEST_CASE("a first page is placed by its title; what only stands near it is never sure", "[prepare][sort]") {
  struct Page {
    const char* rubric;
    const char* says;
    const char* sure;  ///< the indicator; empty: none surely
  };
  for (const Page& page :
       {Page{"shanxi-2021", "示例省示例局文件\n示例局发〔2021〕5号\n示例省示例局关于印发\n《机关用电管理制度》的通知\n各处室：\n现印发给你们。", "2.2.2"},
        {"chongqing-2021", "生活垃圾分类清运\n登记台账\n单位名称：示例局\n日期 类别 数量\n餐厨垃圾回收 2桶", "4.3.4"},
        {"shanxi-2021", "示例省示例局\n第三季度能源消费分析报告\n各处室：\n现将情况报告如下", "2.2.5.3"},
        {"chongqing-2021", "公共机构节能简报\n第6期\n单位：示例局", ""},
        {"chongqing-2021", "爱国卫生检查评分表\n受检单位：示例局\n垃圾桶未分类，厨房隔油池未清掏", ""},
        {"taskplan-2021", "2020年度节约能源资源工作总结\n市机关事务服务中心：\n现总结如下", ""},
        {"yiyang-2020", "送货单\n客户：示例局\nLED灯管 20支", ""},
        {"xinjiang-2023", "示例州示例局机关食堂承包经营合同\n发包方：示例局\n一、一楼食堂，就餐人数约60人", ""}}) {
    const LoadedRubric loaded = load_rubric(page.rubric, data_folder());
    const Proposal proposal = proposal_for({false, page.says, {}}, *loaded.rubric);
    INFO(page.says << " -> " << join(proposal.indicators, "、"));
    CHECK((proposal.sure ? join(proposal.indicators, "、") : "") == page.sure);
  }
}

TEST_CASE("a name and a first page that say different things are never sure", "[prepare][sort]") {
  const LoadedRubric loaded = load_rubric("shanxi-2021", data_folder());
  EvidenceFolder folder;
  EvidenceFile& file = folder.files.emplace_back();
  file.state = EvidenceState::unassigned;
  file.path = "物业合同.pdf";
  const Proposal both = propose_places(folder, *loaded.rubric, words(), {{file.path, "绿色出行倡议书 全体职工："}}).at(0);
  CHECK_FALSE(both.sure);
  CHECK(both.indicators == std::vector<std::string>{"2.2.3", "3.3.1"});
  const Proposal alone = propose_places(folder, *loaded.rubric, words(), {}).at(0);
  CHECK(alone.sure);
  CHECK(alone.indicators == std::vector<std::string>{"2.2.3"});
}

TEST_CASE("a name that holds another indicator's own words is not sure: both are offered", "[prepare][sort]") {
  const LoadedRubric loaded = load_rubric("shanxi-2021", data_folder());
  REQUIRE(loaded.rubric);
  const Proposal plain = proposal_for({true, "步行上班", {}}, *loaded.rubric);
  CHECK(plain.sure);
  CHECK(plain.indicators == std::vector<std::string>{"3.3.1"});
  const Proposal both = proposal_for({true, "步行上班减少使用电梯", {}}, *loaded.rubric);  // 5.1.2 says 减少使用电梯
  CHECK_FALSE(both.sure);
  CHECK(both.indicators == std::vector<std::string>{"3.3.1", "5.1.2"});
}

TEST_CASE("what is only about the thing asked for, or only hints at it, is never sure", "[prepare][sort]") {
  const LoadedRubric loaded = load_rubric("shanxi-2021", data_folder());
  for (const auto& [name, indicator] : {std::pair{"计量器具检定证书", "2.2.4.2"}, {"物业节能考核", "2.2.3"}, {"倡议书", "5.1.1"}}) {
    EvidenceFolder folder;
    EvidenceFile& file = folder.files.emplace_back();
    file.state = EvidenceState::unassigned;
    file.path = std::string(name) + ".pdf";
    const Proposal proposal = propose_places(folder, *loaded.rubric, words(), {}).at(0);
    INFO(name);
    CHECK(proposal.indicators == std::vector<std::string>{indicator});
    CHECK_FALSE(proposal.sure);
  }
}

TEST_CASE("a name that is governed by another matter is left, however much of it the standards know", "[prepare][sort]") {
  for (const char* id : {"shanxi-2021", "xinjiang-2023", "chongqing-2021", "yiyang-2020", "taskplan-2021"}) {
    const LoadedRubric loaded = load_rubric(id, data_folder());
    for (const char* name :
         {"党建宣传栏", "消防设施检修记录", "税收宣传月活动照片", "公文写作培训通知", "信访接待登记台账", "食品安全培训签到", "保密工作领导小组文件",
          "车辆保险单", "网络安全宣传周", "主题党日活动照片", "医疗废物处置合同", "防疫物资采购清单", "年终工作总结", "IMG_2031", "发票"}) {
      EvidenceFolder folder;
      EvidenceFile& file = folder.files.emplace_back();
      file.state = EvidenceState::unassigned;
      file.path = std::string(name) + ".jpg";
      const Proposal proposal = propose_places(folder, *loaded.rubric, words(), {}).at(0);
      INFO(id << " " << name << " -> " << join(proposal.indicators, "、"));
      CHECK_FALSE(proposal.sure);
      CHECK(proposal.indicators.empty());
    }
  }
}

TEST_CASE("the reading that explains more of a name wins; folder and name are read together", "[prepare][sort]") {
  const LoadedRubric loaded = load_rubric("shanxi-2021", data_folder());
  for (const auto& [path, indicator] :
       {std::pair{"厨房用电单独计量.jpg", "2.2.4.1"}, {"垃圾/有害.jpg", "4.3.1"}, {"车辆/油耗.pdf", "3.3.2"}, {"废旧报纸手工制作.jpg", "4.1.1"}}) {
    EvidenceFolder folder;
    EvidenceFile& file = folder.files.emplace_back();
    file.state = EvidenceState::unassigned;
    file.path = path;
    INFO(path);
    CHECK(propose_places(folder, *loaded.rubric, words(), {}).at(0).indicators == std::vector<std::string>{indicator});
  }
}

TEST_CASE("a file under an item is proposed inside it only", "[prepare][sort]") {
  const LoadedRubric loaded = load_rubric("shanxi-2021", data_folder());
  EvidenceFolder folder;
  EvidenceFile& file = folder.files.emplace_back();
  file.state = EvidenceState::unassigned;
  file.path = "4.3 分类收运/有害垃圾桶.jpg";
  file.under = "4.3";
  CHECK(propose_places(folder, *loaded.rubric, words(), {}).at(0).indicators == std::vector<std::string>{"4.3.1"});
  file.under = "5.1";
  CHECK(propose_places(folder, *loaded.rubric, words(), {}).at(0).indicators.empty());
}

TEST_CASE("inside an item, words that one indicator alone has are a hint; a folder that bears the item's name says nothing more", "[prepare][sort]") {
  const auto proposed = [](const char* id, const std::string& path, const std::string& under) {
    const LoadedRubric loaded = load_rubric(id, data_folder());
    REQUIRE(loaded.rubric);
    EvidenceFolder folder;
    EvidenceFile& file = folder.files.emplace_back();
    file.state = EvidenceState::unassigned;
    file.path = path;
    file.under = under;
    return propose_places(folder, *loaded.rubric, words(), {}).at(0);
  };
  using Ids = std::vector<std::string>;
  const Proposal ledger = proposed("shanxi-2021", "2.2.5/统计台账2020.pdf", "2.2.5");
  CHECK(ledger.indicators == Ids{"2.2.5.1"});
  CHECK_FALSE(ledger.sure);
  CHECK(proposed("shanxi-2021", "2.2.5/公示栏照片.jpg", "2.2.5").indicators == Ids{"2.2.5.4"});
  CHECK(proposed("shanxi-2021", "2.2.5/年夜饭合影留念.jpg", "2.2.5").indicators.empty());
  const Proposal bin = proposed("chongqing-2021", "四/分类投放/桶.jpg", "4.2");
  CHECK(bin.indicators == Ids{"4.2.1"});
  CHECK_FALSE(bin.sure);
  CHECK(proposed("chongqing-2021", "四/分类投放/a.jpg", "4.2").indicators.empty());
  CHECK(proposed("xinjiang-2023", "绿色办公/采光和照明/①.jpg", "3.2").indicators.empty());
  CHECK(proposed("xinjiang-2023", "8.2/3讲座/签到.jpg", "8.2").indicators == Ids{"8.2.3"});
  CHECK(proposed("shanxi-2021", "管理制度/节电.pdf", "2.2").indicators == Ids{"2.2.2"});       // folder and name together
  const Proposal unknown = proposed("chongqing-2021", "绿色建筑/4-4维保记录.pdf", "3.4.4.4");  // a number that the standard lacks
  CHECK(unknown.indicators == Ids{"3.4.3.4"});
  CHECK_FALSE(unknown.sure);
}

}  // namespace lvce
