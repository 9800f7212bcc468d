#include "app/cli/teamserver/tasklist.h"

#include "core/domain/text/visibletext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr std::size_t kColumns = 8;
constexpr std::array<const char *, kColumns> kHeads{"CREATED", "SERVER", "APPLICATION", "VERSION",
                                                    "STATE",   "AUTHOR", "PROJECT",     "REASON"};
constexpr std::size_t kState = 4;
constexpr int kLeastReason = 12; // columns; in narrower terminals, lines may wrap

using Cells = std::array<QString, kColumns>;

Tone toneOf(const std::optional<TaskState> &state)
{
    if (!state)
        return Tone::Doubtful;
    switch (*state) {
    case TaskState::Deployed:
        return Tone::Good;
    case TaskState::Failed:
    case TaskState::AppNotFound:
        return Tone::Bad;
    case TaskState::Aborted:
    case TaskState::Cancelled:
        return Tone::Doubtful;
    case TaskState::InProgress:
        break;
    }
    return Tone::Plain;
}

Cells cellsOf(const QString &server, const ServerTask &task, const TextStyle &style)
{
    const auto app = task.instance.isEmpty() ? task.app : task.instance + u':' + task.app;
    const auto reason = task.reason.isEmpty() && task.verdict ? task.verdict->sentence : task.reason;
    return {task.created == Instant{} ? u"–"_s : timeText(task.created, style),
            visibleLine(server),
            visibleLine(app),
            visibleLine(awaitedVersion(task)),
            visibleLine(task.stateName),
            visibleLine(task.author),
            visibleLine(task.project),
            visibleLine(reason.simplified())};
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue timeOrNull(Instant at)
{
    return at == Instant{} ? QJsonValue() : QJsonValue(formatRfc3339(at));
}

QJsonObject rowJson(const QString &server, const ServerTask &task)
{
    QJsonArray images;
    for (const auto &image : task.images)
        images.append(QJsonObject{{u"image"_s, image.image}, {u"tag"_s, image.tag}});
    return {{u"server"_s, server},
            {u"id"_s, task.id},
            {u"instance"_s, textOrNull(task.instance)},
            {u"app"_s, task.app},
            {u"author"_s, textOrNull(task.author)},
            {u"project"_s, textOrNull(task.project)},
            {u"images"_s, images},
            {u"revision"_s, textOrNull(task.revision)},
            {u"chartVersion"_s, textOrNull(task.chartVersion)},
            {u"state"_s, task.stateName},
            {u"reason"_s, textOrNull(task.reason)},
            {u"createdAt"_s, timeOrNull(task.created)},
            {u"updatedAt"_s, timeOrNull(task.updated)}};
}

} // namespace

QByteArray taskTable(const NamedTasks &tasks, const TextStyle &style)
{
    if (tasks.empty())
        return {};
    std::vector<Cells> rows(1);
    std::ranges::transform(kHeads, rows.front().begin(), [](const char *head) { return QString::fromLatin1(head); });
    for (const auto &[server, task] : tasks)
        rows.push_back(cellsOf(server, task, style));
    std::array<qsizetype, kColumns> widths{};
    for (const auto &row : rows) {
        for (std::size_t column = 0; column < kColumns; ++column)
            widths[column] = std::max(widths[column], row[column].size());
    }
    int before = 0;
    for (std::size_t column = 0; column + 1 < kColumns; ++column)
        before += static_cast<int>(widths[column]) + 2;
    const int reason = style.width > 0 ? std::max(style.width - before, kLeastReason) : 0;
    QByteArray text;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        QString line;
        for (std::size_t column = 0; column + 1 < kColumns; ++column) {
            const auto &cell = rows[at][column];
            const bool isState = at > 0 && column == kState;
            line += isState ? toned(cell, toneOf(tasks[at - 1].second.state), style) : cell;
            line += QString(widths[column] - cell.size() + 2, u' ');
        }
        line += fitted(rows[at].back(), reason);
        while (line.endsWith(u' '))
            line.chop(1);
        text += (line + u'\n').toUtf8();
    }
    return text;
}

QByteArray taskLinesJson(const NamedTasks &tasks)
{
    QByteArray text;
    for (const auto &[server, task] : tasks)
        text += visibleJson(QJsonDocument(rowJson(server, task)).toJson(QJsonDocument::Compact)) + '\n';
    return text;
}

QByteArray taskLines(const NamedTasks &tasks, const TextStyle &style)
{
    QByteArray text;
    for (const auto &[server, task] : tasks) {
        const auto cells = cellsOf(server, task, style);
        const auto at = task.updated == Instant{} ? cells.front() : timeText(task.updated, style);
        auto line = at + u"  "_s + cells[1] + u"  "_s + cells[2] + u' ' + cells[3] + u"  "_s
            + toned(cells[kState], toneOf(task.state), style);
        if (!cells[5].isEmpty())
            line += u"  "_s + cells[5];
        if (!cells.back().isEmpty())
            line += u": "_s + cells.back();
        text += (line + u'\n').toUtf8();
    }
    return text;
}

QByteArray taskListJson(const NamedTasks &tasks)
{
    QJsonArray array;
    for (const auto &[server, task] : tasks)
        array.append(rowJson(server, task));
    return visibleJson(QJsonDocument(array).toJson());
}

} // namespace lynceus
