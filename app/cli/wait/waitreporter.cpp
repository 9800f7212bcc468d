#include "app/cli/wait/waitreporter.h"

#include "app/cli/output/watches/progress.h"
#include "app/cli/output/watches/verdictprinter.h"
#include "app/cli/wait/terminalblock.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

WaitReporter::~WaitReporter() = default;

namespace {

/// Only one application was named; output omits the summary.
bool isSingle(const ReleaseReport &release)
{
    return release.watches.size() == 1 && release.parents.empty();
}

bool isLastWord(const ReleaseReport &release, const WatchReport &report)
{
    return isSingle(release) && report.verdict.outcome != Outcome::Waiting;
}

bool writeJson(const ReleaseReport &release)
{
    return writeOutput(isSingle(release) ? verdictJson(release.watches.front()) : releaseJson(release));
}

bool writeText(const ReleaseReport &release, const TextStyle &style)
{
    QStringList blocks;
    for (const auto &parent : release.parents)
        blocks += parentText(parent, style);
    for (const auto &report : release.watches)
        blocks += verdictText(report, style);
    return writeOutput(blocks.join(u'\n').toUtf8());
}

bool writeVerdicts(const ReleaseReport &release, const OutputOptions &output)
{
    return output.format == OutputFormat::Text ? writeText(release, styleFor(standardOutput(), output.utc))
                                               : writeJson(release);
}

/// The last shown state of each watch, to detect changes.
template<typename T>
class LastShown final
{
public:
    /// Returns the previous state; empty the first time.
    std::optional<T> replace(int index, const T &shown)
    {
        const auto place = std::size_t(index);
        if (m_shown.size() <= place)
            m_shown.resize(place + 1);
        return std::exchange(m_shown[place], shown);
    }

private:
    std::vector<std::optional<T>> m_shown;
};

/// For a terminal: redraws in place on standard error.
class BlockReporter final : public WaitReporter
{
public:
    explicit BlockReporter(const OutputOptions &output)
        : m_output(output)
    { }

    void show(const ReleaseReport &release, int) override
    {
        const auto terminal = standardError(); // read each time, because windows are resized
        auto style = styleFor(terminal, m_output.utc);
        --style.width; // a full line would wrap on some terminals
        QStringList lines;
        for (const auto &parent : release.parents)
            lines += fitted(parentLine(parent), style.width);
        const int left = std::max(1, terminal.height - 1 - int(lines.size()));
        m_block.draw(lines + progressBlock(release.watches, style, left));
    }

    bool conclude(const ReleaseReport &release) override
    {
        if (standardOutput().isTerminal)
            m_block.erase(); // the verdict replaces it
        else
            show(release, -1);
        return writeVerdicts(release, m_output);
    }

private:
    OutputOptions m_output;
    TerminalBlock m_block;
};

/// For a pipe or a file: prints a line for each change on standard error.
class LineReporter final : public WaitReporter
{
public:
    explicit LineReporter(const OutputOptions &output)
        : m_output(output)
    { }

    void show(const ReleaseReport &release, int index) override
    {
        if (index < 0)
            return showParents(release);
        const auto &report = release.watches[std::size_t(index)];
        const auto obstacle = obstacleSentence(report);
        const bool isKnown = m_lastObstacle.replace(index, obstacle) == obstacle && obstacle.size() > kShort;
        const auto text = progressText(report);
        const auto before = m_last.replace(index, text);
        if (isLastWord(release, report) || before == text)
            return;
        write(report.now, progressText(report, isKnown));
    }

    bool conclude(const ReleaseReport &release) override { return writeVerdicts(release, m_output); }

private:
    void showParents(const ReleaseReport &release)
    {
        for (std::size_t i = 0; i < release.parents.size(); ++i) {
            const auto text = parentLine(release.parents[i]);
            if (m_lastParent.replace(int(i), text) != text)
                write(release.now, text);
        }
    }

    void write(Instant now, const QString &text)
    {
        const auto time = clockText(now, styleFor(standardError(), m_output.utc));
        writeError((time + u"  "_s + text + u'\n').toUtf8());
    }

    static constexpr qsizetype kShort = 100; ///< characters of a text that may be repeated

    OutputOptions m_output;
    LastShown<QString> m_last;
    LastShown<QString> m_lastObstacle;
    LastShown<QString> m_lastParent;
};

/// Prints a JSON object for each change on standard output; the last line is the verdict.
class JsonlReporter final : public WaitReporter
{
public:
    void show(const ReleaseReport &release, int index) override
    {
        if (index < 0)
            return;
        const auto &report = release.watches[std::size_t(index)];
        const auto before = m_last.replace(index, report.verdict);
        if (!isLastWord(release, report) && (!before || isNewState(*before, report.verdict)))
            m_isWritten = writeOutput(verdictJson(report)) && m_isWritten;
    }

    bool conclude(const ReleaseReport &release) override { return writeJson(release) && m_isWritten; }

private:
    LastShown<Verdict> m_last;
    bool m_isWritten = true; ///< all lines so far
};

} // namespace

std::unique_ptr<WaitReporter> makeWaitReporter(const OutputOptions &output)
{
    if (output.format == OutputFormat::Jsonl)
        return std::make_unique<JsonlReporter>();
    if (standardError().isTerminal)
        return std::make_unique<BlockReporter>(output);
    return std::make_unique<LineReporter>(output);
}

} // namespace lynceus
