#include <array>
#include <system_error>

#include "evidence/documents/soffice.h"
#include "support/files.h"
#include "support/text.h"

namespace lvce {
namespace {

struct Setting {
  const char* path;
  const char* name;
  const char* value;
};

/// Names as in LibreOffice's own schema (officecfg).
constexpr std::array kSettings = {
    Setting{"/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"},
    Setting{"/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"},
    Setting{"/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"},
    Setting{"/org.openoffice.Office.Common/Security/Scripting", "CheckDocumentEvents", "true"},
    Setting{"/org.openoffice.Office.Writer/Content/Update", "Link", "0"},
    Setting{"/org.openoffice.Office.Calc/Content/Update", "Link", "1"},
    Setting{"/org.openoffice.Office.Calc/Formula/Load", "OOXMLRecalcMode", "1"},  // never
    Setting{"/org.openoffice.Office.Calc/Formula/Load", "ODFRecalcMode", "1"},
    Setting{"/org.openoffice.Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments", "AutoCheckEnabled", "false"},
    Setting{"/org.openoffice.Inet/Settings", "ooInetProxyType", "2"},  // a proxy that is not there, should all else fail
    Setting{"/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"},
    Setting{"/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"},
    Setting{"/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"},
    Setting{"/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"},
    Setting{"/org.openoffice.Setup/L10N", "ooSetupSystemLocale", "zh-CN"},
    Setting{"/org.openoffice.Office.Linguistic/General", "DefaultLocale_CJK", "zh-CN"},
};

std::string settings_file() {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n";
  for (const Setting& setting : kSettings) {
    xml += std::string("<item oor:path=\"") + setting.path + "\"><prop oor:name=\"" + setting.name + "\" oor:op=\"fuse\"><value>" + setting.value +
           "</value></prop></item>\n";
  }
  return xml + "</oor:items>\n";
}

struct StandIn {
  const char* ours;
  std::array<const char*, 4> theirs;
};

/// The faces of official documents, which a machine without Windows lacks.
constexpr std::array kStandIns = {
    StandIn{"Lvce Fang", {"仿宋", "仿宋_GB2312", "FangSong", "FangSong_GB2312"}}, StandIn{"Lvce Kai", {"楷体", "楷体_GB2312", "KaiTi", "KaiTi_GB2312"}},
    StandIn{"Lvce Hei", {"黑体", "SimHei", "微软雅黑", "Microsoft YaHei"}}, StandIn{"Lvce Song", {"宋体", "SimSun", "新宋体", "NSimSun"}},
    StandIn{"Lvce Song Bold", {"方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "小标宋"}}};

std::string escaped(std::string text) { return replace_all(replace_all(std::move(text), "&", "&amp;"), "<", "&lt;"); }

std::string fonts_file() {
  std::string xml =
      "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n<fontconfig>\n"
      "<include ignore_missing=\"yes\">/etc/fonts/fonts.conf</include>\n<dir>" +
      escaped((data_folder() / "fonts").native()) + "</dir>\n<cachedir prefix=\"xdg\">fontconfig</cachedir>\n";
  for (const StandIn& face : kStandIns) {
    for (const char* name : face.theirs) {
      xml += std::string("<alias binding=\"same\"><family>") + name + "</family><accept><family>" + face.ours + "</family></accept></alias>\n";
    }
  }
  return xml + "</fontconfig>\n";
}

}  // namespace

bool write_profile(const SofficeFolders& folders) {
  std::error_code error;
  for (const auto& folder : {folders.in, folders.out, folders.root, folders.profile / "user"}) {
    std::filesystem::create_directories(folder, error);
    if (error) return false;
  }
  return write_file(folders.profile / "user" / "registrymodifications.xcu", settings_file()) && write_file(folders.profile / "fonts.conf", fonts_file());
}

}  // namespace lvce
