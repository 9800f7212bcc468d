#include "core/domain/manifest/linediff.h"

#include <QHash>

#include <algorithm>

namespace lynceus {

namespace {

using Lines = std::span<const int>; // line numbers; equal numbers mean equal lines

struct Split
{
    int before;
    int after;
};

/// Finds a point on a shortest path by walking from both ends until the paths meet.
class MiddleFinder final
{
public:
    MiddleFinder(Lines before, Lines after)
        : m_before(before)
        , m_after(after)
        , m_size(int(before.size() + after.size()))
        , m_delta(int(before.size()) - int(after.size()))
        , m_forward(std::size_t(2 * m_size + 3), 0)
        , m_backward(std::size_t(2 * m_size + 3), 0)
    { }

    [[nodiscard]] Split find()
    {
        const int most = std::min((m_size + 1) / 2, kDiffEffort);
        for (int d = 0; d <= most; ++d) {
            if (const auto split = walkForward(d); split.before >= 0)
                return split;
            if (const auto split = walkBackward(d); split.before >= 0)
                return split;
        }
        return furthest(most);
    }

private:
    static constexpr Split kNone{-1, -1};

    [[nodiscard]] int &forward(int k) { return m_forward[std::size_t(k + m_size + 1)]; }
    [[nodiscard]] int &backward(int k) { return m_backward[std::size_t(k + m_size + 1)]; }

    /// Diagonal k is x - y; forward(k) is the largest x reached on it with d differences.
    Split walkForward(int d)
    {
        for (int k = -d; k <= d; k += 2) {
            int x = k == -d || (k != d && forward(k - 1) < forward(k + 1)) ? forward(k + 1) : forward(k - 1) + 1;
            if (x > int(m_before.size()) || x - k > int(m_after.size()) || x - k < 0) {
                forward(k) = std::min(x, int(m_before.size()) + 1);
                continue;
            }
            while (x < int(m_before.size()) && x - k < int(m_after.size())
                   && m_before[std::size_t(x)] == m_after[std::size_t(x - k)])
                ++x;
            forward(k) = x;
            const int mirrored = m_delta - k; // the same diagonal, counted from the other end
            const bool mayMeet = m_delta % 2 != 0 && mirrored >= -(d - 1) && mirrored <= d - 1;
            if (mayMeet && x + backward(mirrored) >= int(m_before.size()))
                return {x, x - k};
        }
        return kNone;
    }

    /// The same from the end: backward(k) counts lines from the end of `before`.
    Split walkBackward(int d)
    {
        for (int k = -d; k <= d; k += 2) {
            int x = k == -d || (k != d && backward(k - 1) < backward(k + 1)) ? backward(k + 1) : backward(k - 1) + 1;
            if (x > int(m_before.size()) || x - k > int(m_after.size()) || x - k < 0) {
                backward(k) = std::min(x, int(m_before.size()) + 1);
                continue;
            }
            while (x < int(m_before.size()) && x - k < int(m_after.size())
                   && m_before[m_before.size() - 1 - std::size_t(x)]
                       == m_after[m_after.size() - 1 - std::size_t(x - k)])
                ++x;
            backward(k) = x;
            const int mirrored = m_delta - k;
            const bool mayMeet = m_delta % 2 == 0 && mirrored >= -d && mirrored <= d;
            if (mayMeet && x + forward(mirrored) >= int(m_before.size()))
                return {int(m_before.size()) - x, int(m_after.size()) - (x - k)};
        }
        return kNone;
    }

    /// The limit is reached: returns the point furthest from the start.
    [[nodiscard]] Split furthest(int d)
    {
        Split best{0, 0};
        for (int k = -d; k <= d; k += 2) {
            const Split here{forward(k), forward(k) - k};
            const bool isInside =
                here.before <= int(m_before.size()) && here.after >= 0 && here.after <= int(m_after.size());
            if (isInside && here.before + here.after > best.before + best.after)
                best = here;
        }
        return best;
    }

    Lines m_before;
    Lines m_after;
    int m_size;
    int m_delta;
    std::vector<int> m_forward;
    std::vector<int> m_backward;
};

class DiffWriter final
{
public:
    void compare(Lines before, Lines after)
    {
        const auto begin = std::ranges::mismatch(before, after);
        const auto head = std::size_t(begin.in1 - before.begin());
        add(DiffSpan::Kind::Same, head);
        before = before.subspan(head);
        after = after.subspan(head);
        std::size_t tail = 0;
        while (tail < std::min(before.size(), after.size())
               && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
            ++tail;
        compareMiddle(before.first(before.size() - tail), after.first(after.size() - tail));
        add(DiffSpan::Kind::Same, tail);
    }

    [[nodiscard]] std::vector<DiffSpan> take() { return std::move(m_spans); }

private:
    void compareMiddle(Lines before, Lines after)
    {
        if (before.empty() || after.empty()) {
            add(DiffSpan::Kind::Removed, before.size());
            add(DiffSpan::Kind::Added, after.size());
            return;
        }
        const auto split = MiddleFinder(before, after).find();
        const bool isCorner = split.before + split.after == 0
            || (std::size_t(split.before) == before.size() && std::size_t(split.after) == after.size());
        if (isCorner) { // nothing in common
            add(DiffSpan::Kind::Removed, before.size());
            add(DiffSpan::Kind::Added, after.size());
            return;
        }
        compare(before.first(std::size_t(split.before)), after.first(std::size_t(split.after)));
        compare(before.subspan(std::size_t(split.before)), after.subspan(std::size_t(split.after)));
    }

    void add(DiffSpan::Kind kind, std::size_t lines)
    {
        const int count = int(lines);
        if (count == 0)
            return;
        DiffSpan span{kind, m_before, m_after, count};
        m_before += kind == DiffSpan::Kind::Added ? 0 : count;
        m_after += kind == DiffSpan::Kind::Removed ? 0 : count;
        if (!m_spans.empty() && m_spans.back().kind == kind) {
            m_spans.back().count += count;
            return;
        }
        if (kind == DiffSpan::Kind::Removed && !m_spans.empty() && m_spans.back().kind == DiffSpan::Kind::Added)
            return putInFront(span);
        m_spans.push_back(span);
    }

    /// Moves removed lines before the added lines that precede them.
    void putInFront(DiffSpan removed)
    {
        auto &added = m_spans.back();
        removed.after = added.after;
        added.before += removed.count;
        const auto place = m_spans.end() - 1;
        if (place != m_spans.begin() && std::prev(place)->kind == DiffSpan::Kind::Removed)
            std::prev(place)->count += removed.count;
        else
            m_spans.insert(place, removed);
    }

    std::vector<DiffSpan> m_spans;
    int m_before = 0;
    int m_after = 0;
};

} // namespace

std::vector<DiffSpan> diffLines(std::span<const QStringView> before, std::span<const QStringView> after)
{
    QHash<QStringView, int> numbers;
    const auto numbered = [&numbers](std::span<const QStringView> lines) {
        std::vector<int> result(lines.size());
        std::ranges::transform(lines, result.begin(), [&numbers](QStringView line) {
            const auto known = numbers.constFind(line);
            return known != numbers.cend() ? *known : *numbers.insert(line, int(numbers.size()));
        });
        return result;
    };
    const auto left = numbered(before);
    const auto right = numbered(after);
    DiffWriter writer;
    writer.compare(left, right);
    return writer.take();
}

std::vector<QStringView> linesOf(QStringView text)
{
    std::vector<QStringView> lines;
    for (qsizetype at = 0; at < text.size();) {
        const auto found = text.indexOf(u'\n', at);
        const auto end = found < 0 ? text.size() : found;
        lines.push_back(text.sliced(at, end - at));
        at = end + 1;
    }
    return lines;
}

} // namespace lynceus
