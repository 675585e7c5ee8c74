# What is installed, and the .deb that CPack makes of it (`./dev package`; docs/packages.md).
install(TARGETS lvce lvce-ocr RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY rubrics templates fonts DESTINATION ${CMAKE_INSTALL_DATADIR}/lvce)

# The manual page and bash's completion are what the program says of its commands.
set(lvce_manual ${CMAKE_BINARY_DIR}/manual)
add_custom_command(TARGET lvce POST_BUILD COMMAND ${CMAKE_SOURCE_DIR}/packaging/make_manual.sh $<TARGET_FILE:lvce> ${lvce_manual} VERBATIM)
install(FILES ${lvce_manual}/lvce.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${lvce_manual}/lvce.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME lvce)

set(lvce_desktop ${CMAKE_SOURCE_DIR}/packaging/desktop)
install(PROGRAMS ${lvce_desktop}/lvce-desk DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${lvce_desktop}/lvce.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${lvce_desktop}/lvce.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${CMAKE_SOURCE_DIR}/packaging/copyright README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/lvce)
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/lvce FILES_MATCHING PATTERN "*.md")  # README and messages point to them

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME lvce)
set(CPACK_PACKAGE_CONTACT "lvce <lvce@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "离线检查、计算、评分并装订节约型机关创建申报材料（绿册）")
set(CPACK_PACKAGE_DESCRIPTION "给它一个单位的台账和佐证材料文件夹，它对照评价标准查缺项、算能耗和碳排放、算得分，生成可以直接上交、打印的全套材料。不联网。")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "tesseract-ocr-chi-sim, xdg-utils, zenity | kdialog, libreoffice-calc, libreoffice-writer, libreoffice-impress")
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)  # the tests are not packed
include(CPack)
