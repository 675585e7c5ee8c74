// Standard output and error while a command runs: what they carry steers no terminal, and what they could not take is noticed.
#pragma once

#include <memory>

namespace lvce {

/// From its making to its end std::cout and std::cerr go through it: unseen characters (support/unseen.h) are shown, line breaks and tabs aside.
/// Descriptors 0 to 2 that are closed are filled, so that no file of ours takes their place; a reader that has gone (SIGPIPE) and a file that is too
/// long (SIGXFSZ) are failures of the writing, not the end of the process.
class ShownOutput {
 public:
  ShownOutput();
  ~ShownOutput();
  ShownOutput(const ShownOutput&) = delete;
  ShownOutput& operator=(const ShownOutput&) = delete;

  /// Writes what is left. `code`, or kNotWritten with a message on standard error where standard output did not take all.
  int finish(int code);

 private:
  class Sink;
  std::unique_ptr<Sink> out_, err_;
};

}  // namespace lvce
