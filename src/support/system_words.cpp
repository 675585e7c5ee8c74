#include "support/system_words.h"

#include <cerrno>

namespace lvce {

std::string system_words(int error) {
  switch (error) {
    case ENOSPC: return "磁盘已满";
    case EDQUOT: return "超出了磁盘配额";
    case EFBIG: return "文件超过了这个磁盘或系统允许的大小";
    case EACCES:
    case EPERM: return "没有权限";
    case EROFS: return "磁盘是只读的";
    case ENOENT: return "路径不存在";
    case ENOTDIR: return "路径中有一段不是文件夹";
    case EISDIR: return "是文件夹，不是文件";
    case EEXIST: return "已有同名的文件";
    case ENAMETOOLONG: return "名字过长";
    case EINVAL: return "这个磁盘不接受这样的名字或操作";
    case EIO: return "磁盘读写出错";
    case EMFILE:
    case ENFILE: return "同时打开的文件过多";
    case ENOMEM: return "内存不足";
    case EBUSY:
    case ETXTBSY: return "正被别的程序占用";
    case EPIPE: return "接收的程序已经退出";
    case EBADF: return "已经关闭";
    default: return "系统错误 " + std::to_string(error);
  }
}

std::string because(int error) { return error == 0 ? "" : "：" + system_words(error); }

std::string system_words(const std::error_code& error) {
  return error.category() == std::generic_category() || error.category() == std::system_category() ? system_words(error.value()) : error.message();
}

}  // namespace lvce
