#include "app/gui/releases/boardcolumns.h"

#include <QStyle>

#include <algorithm>
#include <array>

namespace lynceus {

namespace {

constexpr int kStripe = 5;
constexpr int kEdge = 16; ///< between the window's edge and text
constexpr int kGap = 16;
constexpr int kFold = 16;
constexpr int kMarksWidth = 200;          ///< as in the design
constexpr int kMarksLeast = 108;          ///< five circles without overlap
constexpr int kPodsLetters = 6;           ///< "12/12"
constexpr int kTimeLetters = 14;          ///< "1:11:02 left"
constexpr int kLeastNameLetters = 14;     ///< minimum width for names
constexpr int kLeastSentenceLetters = 24; ///< shorter sentences are useless

/// Column widths before the sentence, and of the time; 0: hidden.
struct Shares
{
    int name = 0;
    int environment = 0;
    int badge = 0;
    int versions = 0;
    int marks = 0;
    int pods = 0;
    int time = 0;
    int rest = 0; ///< remaining width, for the sentence

    void measureRest(int room)
    {
        rest = room;
        for (const int width : {name, environment, badge, versions, marks, pods, time})
            rest -= width > 0 ? width + kGap : 0;
    }
};

/// Divides the width between name and versions if they do not fit either.
void cutNameAndVersions(Shares &shares, int room)
{
    const int both = room - 2 * kGap;
    shares.versions = std::min(shares.versions, both / 2);
    shares.name = std::max(0, both - shares.versions);
    shares.rest = 0;
}

Shares sharesOf(int room, const QFontMetrics &metrics, const BoardWidths &widths)
{
    const int letter = metrics.averageCharWidth();
    Shares shares{.name = std::max(widths.name, letter * kLeastNameLetters),
                  .environment = widths.environment,
                  .badge = widths.badge,
                  .versions = widths.versions,
                  .marks = kMarksLeast,
                  .pods = letter * kPodsLetters,
                  .time = letter * kTimeLetters};
    shares.measureRest(room);
    for (int Shares::*const column :
         std::array{&Shares::pods, &Shares::time, &Shares::marks, &Shares::badge, &Shares::environment}) {
        if (shares.rest >= 0)
            break;
        shares.*column = 0;
        shares.measureRest(room);
    }
    if (shares.rest < 0)
        cutNameAndVersions(shares, room);
    return shares;
}

} // namespace

BoardColumns boardColumns(const QRect &row, const QFontMetrics &metrics, const BoardWidths &widths, BoardRowKind kind)
{
    BoardColumns columns;
    columns.stripe = QRect(row.left(), row.top() + 5, kStripe, row.height() - 10);
    const int right = row.right() + 1 - kEdge;
    const auto shares = sharesOf(right - row.left() - kEdge + kGap, metrics, widths);
    const int lineHeight = kind.twoLines ? std::min(row.height() / 2, metrics.height() + 8) : row.height();
    const int top = kind.twoLines ? row.top() + (row.height() - 2 * lineHeight) / 2 : row.top();

    int left = row.left() + kEdge;
    const auto take = [&](int width) {
        if (width <= 0)
            return QRect();
        const QRect place(left, top, width, lineHeight);
        left += width + kGap;
        return place;
    };
    const auto name = take(shares.name);
    columns.fold = QRect(name.left(), name.top(), kFold, name.height());
    columns.name = name.adjusted(kind.depth > 0 ? kBoardIndent : 0, 0, 0, 0);
    columns.environment = take(shares.environment);
    columns.badge = take(shares.badge);
    columns.versions = take(shares.versions);
    // If there is room, the marks are as wide as in the design; in a narrow row the sentence needs the room more.
    const int wider = std::clamp(shares.rest / 4, 0, kMarksWidth - kMarksLeast);
    columns.marks = take(shares.marks > 0 ? shares.marks + wider : 0);
    columns.pods = take(shares.pods);
    if (shares.time > 0)
        columns.time = QRect(right - shares.time, top, shares.time, lineHeight);
    if (kind.twoLines) {
        columns.sentence = QRect(columns.name.left(), top + lineHeight, right - columns.name.left(), lineHeight);
    } else {
        const int end = shares.time > 0 ? columns.time.left() - kGap : right;
        if (end - left >= metrics.averageCharWidth() * kLeastSentenceLetters)
            columns.sentence = QRect(left, top, end - left, lineHeight);
    }
    return columns;
}

BoardColumns mirrored(const BoardColumns &columns, const QRect &row, Qt::LayoutDirection direction)
{
    auto result = columns;
    for (auto *rect : {&result.stripe, &result.fold, &result.name, &result.environment, &result.badge, &result.versions,
                       &result.marks, &result.pods, &result.sentence, &result.time}) {
        if (!rect->isEmpty())
            *rect = QStyle::visualRect(direction, row, *rect);
    }
    return result;
}

} // namespace lynceus
