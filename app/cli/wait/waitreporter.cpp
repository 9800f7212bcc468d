#include "app/cli/wait/waitreporter.h"

#include "app/cli/output/progress.h"
#include "app/cli/output/verdictprinter.h"
#include "app/cli/wait/terminalblock.h"

using namespace Qt::StringLiterals;

namespace lynceus {

WaitReporter::~WaitReporter() = default;

namespace {

bool writeJson(const std::vector<WatchReport> &reports)
{
    return writeOutput(reports.size() == 1 ? verdictJson(reports.front()) : verdictsJson(reports));
}

bool writeText(const std::vector<WatchReport> &reports, const TextStyle &style)
{
    QString text;
    for (const auto &report : reports)
        text += (text.isEmpty() ? QString() : u"\n"_s) + verdictText(report, style);
    return writeOutput(text.toUtf8());
}

bool writeVerdicts(const std::vector<WatchReport> &reports, const OutputOptions &output)
{
    return output.format == OutputFormat::Text ? writeText(reports, styleFor(standardOutput(), output.utc))
                                               : writeJson(reports);
}

/// What was shown last of each watch, to tell what is new.
template<typename T>
class LastShown final
{
public:
    /// The one before, or nothing for the first time.
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

/// A terminal: redraws in place on standard error.
class BlockReporter final : public WaitReporter
{
public:
    explicit BlockReporter(const OutputOptions &output)
        : m_output(output)
    { }

    void show(const std::vector<WatchReport> &reports, int) override
    {
        const auto terminal = standardError(); // asked each time: windows are resized
        auto style = styleFor(terminal, m_output.utc);
        --style.width; // a full line would wrap on some terminals
        m_block.draw(progressBlock(reports, style, terminal.height - 1));
    }

    bool conclude(const std::vector<WatchReport> &reports) override
    {
        if (standardOutput().isTerminal)
            m_block.erase(); // the verdict says it all
        else
            show(reports, -1);
        return writeVerdicts(reports, m_output);
    }

private:
    OutputOptions m_output;
    TerminalBlock m_block;
};

/// A pipe or a file: a line for each change on standard error.
class LineReporter final : public WaitReporter
{
public:
    explicit LineReporter(const OutputOptions &output)
        : m_output(output)
    { }

    void show(const std::vector<WatchReport> &reports, int index) override
    {
        if (index < 0)
            return;
        const auto &report = reports[std::size_t(index)];
        const auto obstacle = obstacleWords(report);
        const bool isKnown = m_lastObstacle.replace(index, obstacle) == obstacle && obstacle.size() > kShort;
        const auto text = progressText(report);
        const auto before = m_last.replace(index, text);
        const bool isLastWord = reports.size() == 1 && report.verdict.outcome != Outcome::Waiting;
        if (isLastWord || before == text)
            return;
        const auto time = clockText(report.now, styleFor(standardError(), m_output.utc));
        writeError((time + u"  "_s + progressText(report, isKnown) + u'\n').toUtf8());
    }

    bool conclude(const std::vector<WatchReport> &reports) override { return writeVerdicts(reports, m_output); }

private:
    static constexpr qsizetype kShort = 100; ///< characters that may be read again

    OutputOptions m_output;
    LastShown<QString> m_last;
    LastShown<QString> m_lastObstacle;
};

/// A JSON object for each change on standard output; the last line is the verdict.
class JsonlReporter final : public WaitReporter
{
public:
    void show(const std::vector<WatchReport> &reports, int index) override
    {
        if (index < 0)
            return;
        const auto &report = reports[std::size_t(index)];
        const auto before = m_last.replace(index, report.verdict);
        const bool isLastWord = reports.size() == 1 && report.verdict.outcome != Outcome::Waiting;
        if (!isLastWord && (!before || isNewState(*before, report.verdict)))
            writeOutput(verdictJson(report));
    }

    bool conclude(const std::vector<WatchReport> &reports) override { return writeJson(reports); }

private:
    LastShown<Verdict> m_last;
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
