// The command line: one file per command, Chinese messages, exit codes of design.
#pragma once

namespace lvce {

/// 0 done · 1 done with error or missing findings · 2 wrong usage · 3 an input cannot be used · 4 the output could not be written.
int run_command_line(int argc, char** argv);

}  // namespace lvce
