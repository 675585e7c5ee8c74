#include "cli/manual.h"

#include <catch2/catch.hpp>

#include <CLI/CLI.hpp>

#include "cli/usage.h"

using namespace lvce;

namespace {

/// Two commands, one below the other, and things that are not shown.
struct Commands {
  CLI::App app{"短的说明", "lvce"};
  std::string text;
  bool flag = false;

  Commands() {
    put_into_chinese(app);
    app.footer("0 完成");
    CLI::App* bureau = add_command(app, "bureau", "主管部门");
    CLI::App* draw = add_command(*bureau, "draw", "抽取“单位”");
    draw->add_option("ID", text, "标准\\代号")->type_name("")->required();
    draw->add_option("-o,--out", text, "-开头也行")->type_name("文件夹");
    draw->add_option("--rubric", text, ".yaml 文件")->type_name("代号");
    draw->add_flag("--hidden", flag, "不显示")->group("");
    app.add_subcommand("secret", "不显示")->group("");
  }
};

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("The manual page shows what --help shows, as roff takes it") {
  const Commands commands;
  const std::string page = manual_page(commands.app, "lvce 1.2");
  CHECK(page.find(".TH LVCE 1 \"\" \"lvce 1.2\"\n") != std::string::npos);
  CHECK(page.find(".SS \\fBlvce bureau draw\\fR\n\\fBlvce bureau draw\\fR ID [") != std::string::npos);
  CHECK(page.find("\\fB\\-o\\fR，\\fB\\-\\-out\\fR 文\\:件\\:夹\n\\-开\\:头") != std::string::npos);
  CHECK(page.find("标\\:准\\e代\\:号\\:（必\\:填）\n") != std::string::npos);  // a line may end before （, not before ）
  CHECK(page.find("\n\\&.yaml 文\\:件\n") != std::string::npos);
  CHECK(page.find("\n0 完\\:成\n") != std::string::npos);
  CHECK(count(page, "hidden") == 0);
  CHECK(count(page, "secret") == 0);
}

TEST_CASE("Completion knows the commands, their options and what their values are") {
  const Commands commands;
  const std::string script = bash_completion(commands.app);
  CHECK(script.find("'') commands='bureau' options='-h --help' kind=nothing ;;") != std::string::npos);
  CHECK(script.find("' bureau draw') commands='' options='-h --help -o --out --rubric' kind=rubrics ;;") != std::string::npos);
  CHECK(script.find("' bureau draw --out') kind=folders value=1 ;;") != std::string::npos);
  CHECK(script.find("' bureau draw --rubric') kind=rubrics value=1 ;;") != std::string::npos);
  CHECK(script.find("--hidden") == std::string::npos);
  CHECK(script.find("secret") == std::string::npos);
}
