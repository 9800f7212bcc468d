#pragma once

#include "core/domain/board/boardlayout.h"

namespace lynceus {

/// By what the board's rows stand together.
enum class BoardGrouping { Attention, Environment, Release, Instance };

/// How the board shows its watches, as the user chose it.
struct BoardArrangement
{
    BoardGrouping grouping = BoardGrouping::Attention;
    BoardSorting sorting = BoardSorting::Urgency;

    friend bool operator==(const BoardArrangement &, const BoardArrangement &) = default;
};

/// "environment deadline": to be remembered.
[[nodiscard]] QString textOf(const BoardArrangement &arrangement);
/// The other way round; what is not understood is as it is without a choice.
[[nodiscard]] BoardArrangement arrangementFrom(const QString &text);

} // namespace lynceus
