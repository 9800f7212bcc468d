#pragma once

#include "core/domain/board/boardlayout.h"

namespace lynceus {

/// How rows of the board are grouped.
enum class BoardGrouping { Attention, Environment, Release, Instance };

/// Grouping and sorting of the board, as chosen by the user.
struct BoardArrangement
{
    BoardGrouping grouping = BoardGrouping::Attention;
    BoardSorting sorting = BoardSorting::Urgency;

    friend bool operator==(const BoardArrangement &, const BoardArrangement &) = default;
};

/// "environment deadline": to be stored.
[[nodiscard]] QString textOf(const BoardArrangement &arrangement);
/// The inverse of textOf(); invalid parts get the default.
[[nodiscard]] BoardArrangement arrangementFrom(const QString &text);

} // namespace lynceus
