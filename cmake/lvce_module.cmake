# GCC 12 warns falsely inside std::string: -Wrestrict (its bug 105651), and -Wstringop-overflow where many files are compiled as one.
function(lvce_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
                         $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> -Werror)
  if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    target_compile_options(${target} PRIVATE -Wno-stringop-overflow)
  endif()
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
