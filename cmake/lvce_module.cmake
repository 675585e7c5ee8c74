# GCC 12 warns falsely inside std::string: -Wrestrict (its bug 105651), and -Wstringop-overflow where much is inlined into one file.
set(lvce_false_warnings $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict;-Wno-stringop-overflow>)

function(lvce_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual ${lvce_false_warnings} -Werror)
  if(LVCE_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(${target} PUBLIC -fsanitize=address,undefined)
  endif()
endfunction()

# lvce_module(name PUBLIC … PRIVATE …): the static library lvce_<name> of all sources below src/<name>.
function(lvce_module name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  add_library(lvce_${name} STATIC ${sources})
  target_include_directories(lvce_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_compile_definitions(lvce_${name} PRIVATE LVCE_VERSION="${PROJECT_VERSION}")
  target_link_libraries(lvce_${name} ${ARGN})
  lvce_warnings(lvce_${name})
endfunction()
