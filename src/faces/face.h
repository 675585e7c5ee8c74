// The faces of official documents, by what they are for.
#pragma once

namespace lvce {

enum class Face { body /*仿宋*/, title /*小标宋*/, hei /*黑体*/, kai /*楷体*/, song /*宋体, digits and stamps*/ };

}  // namespace lvce
