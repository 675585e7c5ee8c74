# Debian 12 packages; docs/architecture.md says why each is there.
find_package(PkgConfig REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc)
find_package(Poco REQUIRED COMPONENTS Foundation XML Zip)
find_package(Freetype REQUIRED)
find_package(Threads REQUIRED)

# lvce_pkg(name pkg-config-module...): an interface target whose headers are system headers, so that our warnings stay ours.
function(lvce_pkg name)
  pkg_check_modules(${name}_pc REQUIRED IMPORTED_TARGET ${ARGN})
  add_library(${name} INTERFACE)
  target_include_directories(${name} SYSTEM INTERFACE ${${name}_pc_INCLUDE_DIRS})
  target_link_libraries(${name} INTERFACE PkgConfig::${name}_pc)
endfunction()

# lvce_plain(name header library): packages without a pkg-config file.
function(lvce_plain name header)
  find_path(${name}_include ${header} REQUIRED)
  add_library(${name} INTERFACE)
  target_include_directories(${name} SYSTEM INTERFACE ${${name}_include})
  foreach(library IN LISTS ARGN)
    find_library(${name}_${library} ${library} REQUIRED)
    target_link_libraries(${name} INTERFACE ${${name}_${library}})
  endforeach()
endfunction()

lvce_plain(lvce_gmp gmpxx.h gmpxx gmp)
lvce_plain(lvce_yaml yaml-cpp/yaml.h yaml-cpp)
lvce_plain(lvce_json nlohmann/json.hpp)
lvce_plain(lvce_cli11 CLI/CLI.hpp)
lvce_plain(lvce_cmark cmark-gfm.h cmark-gfm cmark-gfm-extensions)
lvce_plain(lvce_haru hpdf.h hpdf)
lvce_plain(lvce_xlsxwriter xlsxwriter.h xlsxwriter)
lvce_pkg(lvce_qpdf libqpdf)
target_compile_definitions(lvce_qpdf INTERFACE POINTERHOLDER_TRANSITION=4)  # its header warns without
lvce_pkg(lvce_vips vips)
lvce_pkg(lvce_harfbuzz harfbuzz harfbuzz-subset)
lvce_pkg(lvce_freetype freetype2)
lvce_pkg(lvce_nettle nettle)
