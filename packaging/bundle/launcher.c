// bin/NAME of the bundle: starts lib/NAME by the bundle's own loader, with the bundle's own libraries and no others. Linked statically, so that it runs
// where nothing is but itself: no shell, no /proc, a C library of any age.
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

#define LOADER "ld-linux-x86-64.so.2"

static void say(const char* before, const char* path, const char* after) { fprintf(stderr, "%s%s%s\n", before, path, after); }

int main(int argc, char** argv) {
  // The kernel says which file it started: neither the environment nor the name that was typed can point elsewhere.
  char root[PATH_MAX], name[NAME_MAX + 1];
  if (realpath((const char*)getauxval(AT_EXECFN), root) == NULL) return say("绿册：找不到程序所在的文件夹：", strerror(errno), ""), 4;
  snprintf(name, sizeof name, "%s", strrchr(root, '/') + 1);
  for (int up = 0; up < 2; ++up) *strrchr(root, '/') = '\0';
  if (strpbrk(root, ":;$") != NULL) return say("绿册：文件夹路径里有冒号、分号或 $，请移到别处或改名：", root, ""), 4;

  static char loader[2 * PATH_MAX], libraries[2 * PATH_MAX], program[2 * PATH_MAX], encodings[2 * PATH_MAX];
  snprintf(loader, sizeof loader, "%s/lib/" LOADER, root);
  snprintf(libraries, sizeof libraries, "%s/lib", root);
  snprintf(program, sizeof program, "%s/lib/%s", root, name);
  snprintf(encodings, sizeof encodings, "%s/lib/gconv", root);

  const char** words = calloc((size_t)argc + 6, sizeof *words);
  if (words == NULL) return 4;
  int count = 0;
  words[count++] = name;
  words[count++] = "--inhibit-cache";  // the libraries of this machine are made for another loader
  words[count++] = "--library-path";
  words[count++] = libraries;
  words[count++] = program;
  for (int i = 1; i < argc; ++i) words[count++] = argv[i];

  // Would bring this machine's libraries into ours.
  static const char* const kForeign[] = {"LD_PRELOAD", "LD_AUDIT", "LD_LIBRARY_PATH", "GIO_MODULE_DIR", "GIO_EXTRA_MODULES"};
  for (size_t i = 0; i < sizeof kForeign / sizeof *kForeign; ++i) unsetenv(kForeign[i]);
  setenv("GCONV_PATH", encodings, 1);  // the C library finds its conversions no other way
  execv(loader, (char**)words);
  say("绿册：不能启动，文件夹可能没有解压完整：", loader, "");
  return 4;
}
