#include "whole/run.h"
#include "paths.h"

#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace fs = std::filesystem;

namespace lvce::testing {
namespace {

[[noreturn]] void become(const std::vector<std::string>& command, const fs::path& out, const fs::path& err) {
  const int out_fd = ::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const int err_fd = ::open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const int in_fd = ::open("/dev/null", O_RDONLY);
  ::dup2(in_fd, 0);
  ::dup2(out_fd, 1);
  ::dup2(err_fd, 2);
  std::vector<char*> arguments;
  for (const std::string& part : command) arguments.push_back(const_cast<char*>(part.c_str()));
  arguments.push_back(nullptr);
  ::execvp(arguments[0], arguments.data());
  ::_exit(127);
}

}  // namespace

Ran run(const std::vector<std::string>& command, int seconds) {
  const TempFolder folder;
  std::vector<std::string> limited = {"timeout", "--signal=KILL", std::to_string(seconds)};
  limited.insert(limited.end(), command.begin(), command.end());
  const pid_t child = ::fork();
  if (child == 0) become(limited, folder / "out", folder / "err");
  int status = 0;
  ::waitpid(child, &status, 0);
  Ran ran;
  ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  ran.out = read_text(folder / "out");
  ran.err = read_text(folder / "err");
  return ran;
}

TempFolder::TempFolder() {
  std::string pattern = (fs::temp_directory_path() / "lvce-whole-XXXXXX").string();
  path_ = ::mkdtemp(pattern.data());
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

fs::path sample(const std::string& name) { return fs::path(kSourceFolder) / "samples" / name; }

std::string read_text(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

void write_text(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

}  // namespace lvce::testing
