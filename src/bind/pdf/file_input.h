// Thousands of evidence files read in turns with a few open at a time.
#pragma once

#include <filesystem>
#include <list>
#include <memory>
#include <qpdf/InputSource.hh>
#include <string>
#include <vector>

namespace lvce {

/// The files read last, at most kOpenAtMost of them open, and the piece of one of them read last. libqpdf's own ClosedFileInputSource opens
/// its file anew for every few bytes: twenty thousand times for a volume of a thousand pages.
class OpenFiles {
 public:
  static constexpr std::size_t kOpenAtMost = 16;
  static constexpr std::size_t kPiece = 1 << 16;

  OpenFiles() = default;
  ~OpenFiles();
  OpenFiles(const OpenFiles&) = delete;
  OpenFiles& operator=(const OpenFiles&) = delete;

  /// Up to `length` bytes from `offset`; fewer only at the end of the file. Throws std::runtime_error when the file cannot be read.
  std::size_t read(const std::filesystem::path& file, qpdf_offset_t offset, char* into, std::size_t length);
  qpdf_offset_t size(const std::filesystem::path& file);
  void close(const std::filesystem::path& file);

 private:
  struct Open {
    std::filesystem::path file;
    int descriptor;
  };
  int descriptor_of(const std::filesystem::path& file);
  std::size_t read_through(const std::filesystem::path& file, qpdf_offset_t offset, char* into, std::size_t length);

  std::list<Open> open_;  // the one used last in front
  std::filesystem::path piece_file_;
  qpdf_offset_t piece_offset_ = 0;
  std::vector<char> piece_;
};

class FileInput : public InputSource {
 public:
  FileInput(std::filesystem::path file, std::shared_ptr<OpenFiles> files) : file_(std::move(file)), files_(std::move(files)) {}
  /// From now on among these: what another thread opened is read on here.
  void use(std::shared_ptr<OpenFiles> files) { files_ = std::move(files); }
  void close() { files_->close(file_); }

  qpdf_offset_t findAndSkipNextEOL() override;
  std::string const& getName() const override { return file_.native(); }
  qpdf_offset_t tell() override { return at_; }
  void seek(qpdf_offset_t offset, int whence) override;
  void rewind() override { at_ = 0; }
  size_t read(char* into, size_t length) override;
  void unreadCh(char) override;

 private:
  std::filesystem::path file_;
  std::shared_ptr<OpenFiles> files_;
  qpdf_offset_t at_ = 0;
};

}  // namespace lvce
