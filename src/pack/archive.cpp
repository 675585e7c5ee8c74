#include "pack/archive.h"

#include <Poco/DateTime.h>
#include <Poco/Path.h>
#include <Poco/Zip/Compress.h>

#include <exception>
#include <fstream>
#include <limits>
#include <set>
#include <stdexcept>
#include <vector>

#include "pack/exchange.h"
#include "pack/names.h"
#include "support/sha256.h"
#include "support/task_thread.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;
namespace pz = Poco::Zip;

constexpr std::streamsize kBuffer = 1 << 18;
constexpr std::uintmax_t kZip64From = 3ULL << 30;  // well below 4 GiB: headers and the directory count too

bool is_compressed(const std::string& name) { return name.ends_with(".pdf") || name.ends_with(".xlsx") || name.ends_with(".docx"); }

}  // namespace

class Archive::Zip {
 public:
  Zip(const fs::path& folder, bool zip64) : folder_(folder), file_(folder / kZipName), read_(kBuffer), written_(kBuffer), again_(kBuffer) {
    out_.rdbuf()->pubsetbuf(written_.data(), kBuffer);
    out_.open(file_, std::ios::binary | std::ios::trunc);
    in_.rdbuf()->pubsetbuf(again_.data(), kBuffer);
    in_.open(file_, std::ios::binary);
    compress_ = std::make_unique<pz::Compress>(out_, true, zip64);
  }

  void add(const std::string& name) {
    if (!names_.insert(name).second) return;
    thread_.add([this, name] { pack(name); });
  }

  std::string finish() {
    thread_.add([this] { close(); });
    thread_.wait();
    return sha_.hexadecimal();
  }

 private:
  void pack(const std::string& name) {
    std::ifstream in;
    in.rdbuf()->pubsetbuf(read_.data(), kBuffer);
    in.open(folder_ / name, std::ios::binary);
    if (!in) throw std::runtime_error(name + " cannot be read");
    const auto method = is_compressed(name) ? pz::ZipCommon::CM_STORE : pz::ZipCommon::CM_DEFLATE;
    compress_->addFile(in, Poco::DateTime(1980, 1, 1), Poco::Path(name, Poco::Path::PATH_UNIX), method, pz::ZipCommon::CL_NORMAL);
    digest_new();
  }

  void close() {
    compress_->close();
    digest_new();
  }

  /// An entry's head is filled in behind it: what is digested is read again when it is whole.
  void digest_new() {
    out_.flush();
    if (!out_) throw std::runtime_error("the zip cannot be written");
    std::vector<char> piece(kBuffer);
    in_.clear();
    while (in_.read(piece.data(), kBuffer) || in_.gcount() > 0) sha_.take({piece.data(), static_cast<std::size_t>(in_.gcount())});
    begin_writing(file_);
  }

  const fs::path folder_, file_;
  std::vector<char> read_, written_, again_;
  std::ofstream out_;
  std::ifstream in_;
  std::unique_ptr<pz::Compress> compress_;
  std::set<std::string> names_;
  Sha256 sha_;
  TaskThread thread_{std::numeric_limits<std::size_t>::max()};  // last: it uses the others
};

Archive::Archive(const fs::path& folder, std::uintmax_t bytes_at_most) : zip_(std::make_unique<Zip>(folder, bytes_at_most > kZip64From)) {}

Archive::~Archive() = default;

void Archive::add(const std::string& name) { zip_->add(name); }

std::optional<std::string> Archive::finish() {
  try {
    return zip_->finish();
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace lvce
