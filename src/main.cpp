#include "cli/cli.h"

int main(int argc, char** argv) { return lvce::run_command_line(argc, argv); }
