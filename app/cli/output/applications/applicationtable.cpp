#include "app/cli/output/applications/applicationlist.h"
#include "core/domain/text/visibletext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kGap = 2;               // spaces between columns
constexpr qsizetype kExpectedRowSize = 128; // bytes

void appendPadded(QByteArray &text, const QString &cell, qsizetype width)
{
    const auto shown = visibleLine(cell);
    text += shown.toUtf8();
    text.append(std::max<qsizetype>(width - shown.size(), 0) + kGap, ' ');
}

void appendToned(QByteArray &text, const QString &word, Tone tone, const TextStyle &style, qsizetype width)
{
    text += toned(word, tone, style).toUtf8();
    text.append(std::max<qsizetype>(width - word.size(), 0) + kGap, ' ');
}

QString healthText(const Application &application)
{
    return application.health.status == HealthStatus::None ? u"–"_s : nameOf(application.health.status);
}

qsizetype widest(const ApplicationRows &rows, qsizetype least, QString Application::*cell)
{
    for (const auto &row : rows)
        least = std::max(least, visibleLine(row.application->*cell).size());
    return least;
}

qsizetype widestInstance(const ApplicationRows &rows)
{
    const auto size = [](const ListedApplication &row) { return visibleLine(row.instance).size(); };
    return std::max<qsizetype>(8, size(*std::ranges::max_element(rows, {}, size))); // "INSTANCE"
}

bool hasSeveralNamespaces(const ApplicationRows &rows)
{
    return std::ranges::any_of(rows, [&](const ListedApplication &row) {
        return row.application->nameSpace != rows.front().application->nameSpace;
    });
}

/// Column widths of a table.
struct Layout
{
    qsizetype instance; ///< 0: no such column
    qsizetype name;
    qsizetype nameSpace; ///< 0: no such column
    qsizetype project;
    qsizetype health = 11; ///< "Progressing"
    qsizetype sync = 9;    ///< "OutOfSync"
    int images = 0;        ///< rest of the terminal's width; 0: unlimited
};

Layout layoutOf(const ApplicationRows &rows, const TextStyle &style, bool severalInstances)
{
    Layout layout{.instance = severalInstances ? widestInstance(rows) + kGap : 0,
                  .name = widest(rows, 4, &Application::name),
                  .nameSpace = hasSeveralNamespaces(rows) ? widest(rows, 9, &Application::nameSpace) : 0,
                  .project = widest(rows, 7, &Application::project)};
    const auto before = layout.instance + layout.name + layout.nameSpace + layout.project + layout.health + layout.sync
        + kGap * (layout.nameSpace > 0 ? 5 : 4);
    if (style.width > 0)
        layout.images = int(std::max<qsizetype>(style.width - before, 12)); // narrower than that, lines may wrap
    return layout;
}

void appendRow(QByteArray &text, const ListedApplication &listed, const Layout &layout, const TextStyle &style)
{
    const auto &row = *listed.application;
    if (layout.instance > 0)
        appendPadded(text, listed.instance, layout.instance - kGap);
    appendPadded(text, row.name, layout.name);
    if (layout.nameSpace > 0)
        appendPadded(text, row.nameSpace, layout.nameSpace);
    appendPadded(text, row.project, layout.project);
    appendToned(text, healthText(row), toneOf(row.health.status), style, layout.health);
    appendToned(text, nameOf(row.sync), row.sync == SyncStatus::Synced ? Tone::Plain : Tone::Doubtful, style,
                layout.sync);
    text += fitted(row.summaryImages.join(u", "_s), layout.images).toUtf8();
    while (text.endsWith(' '))
        text.chop(1);
    text += '\n';
}

} // namespace

QByteArray applicationTable(const ApplicationRows &rows, const TextStyle &style, bool severalInstances)
{
    if (rows.empty())
        return {};
    const auto layout = layoutOf(rows, style, severalInstances);
    QByteArray text;
    text.reserve(qsizetype(rows.size()) * kExpectedRowSize);
    if (layout.instance > 0)
        appendPadded(text, u"INSTANCE"_s, layout.instance - kGap);
    appendPadded(text, u"NAME"_s, layout.name);
    if (layout.nameSpace > 0)
        appendPadded(text, u"NAMESPACE"_s, layout.nameSpace);
    appendPadded(text, u"PROJECT"_s, layout.project);
    appendPadded(text, u"HEALTH"_s, layout.health);
    appendPadded(text, u"SYNC"_s, layout.sync);
    text += "IMAGES\n";
    for (const auto &row : rows)
        appendRow(text, row, layout, style);
    return text;
}

} // namespace lynceus
