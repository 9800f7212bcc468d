#include "app/cli/output/deployments/rulelist.h"

#include "app/cli/output/texttable.h"
#include "core/domain/text/csv.h"
#include "core/domain/text/visibletext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kState = 1;
constexpr int kLeastFilter = 20; // columns; narrower than that, lines may wrap

qint64 secondsOf(Duration duration)
{
    return std::chrono::floor<std::chrono::seconds>(duration).count();
}

} // namespace

QByteArray ruleTable(const std::vector<FollowRule> &rules, const TextStyle &style)
{
    TextTable table({"NAME", "STATE", "NOTIFY", "TIMEOUT", "BAKE", "FILTER"}, kState, kLeastFilter);
    for (const auto &rule : rules) {
        table.add({visibleLine(rule.name), rule.isPaused ? u"paused"_s : u"active"_s, nameOf(rule.notify),
                   formatDuration(rule.deadline), rule.bake == Duration{0} ? u"–"_s : formatDuration(rule.bake),
                   visibleLine(rule.filter)},
                  rule.isPaused ? Tone::Doubtful : Tone::Good);
    }
    return table.text(style);
}

QByteArray ruleJson(const std::vector<FollowRule> &rules)
{
    QJsonArray array;
    for (const auto &rule : rules) {
        array.append(QJsonObject{{u"name"_s, rule.name},
                                 {u"filter"_s, rule.filter},
                                 {u"timeout"_s, secondsOf(rule.deadline)},
                                 {u"bake"_s, secondsOf(rule.bake)},
                                 {u"notify"_s, nameOf(rule.notify)},
                                 {u"paused"_s, rule.isPaused},
                                 {u"createdAt"_s, formatRfc3339(rule.createdAt)}});
    }
    return visibleJson(QJsonDocument(array).toJson());
}

QByteArray ruleCsv(const std::vector<FollowRule> &rules)
{
    QByteArray text = "name,filter,timeout,bake,notify,paused,createdAt\r\n";
    for (const auto &rule : rules)
        appendCsvRow(text,
                     {rule.name, rule.filter, QString::number(secondsOf(rule.deadline)),
                      QString::number(secondsOf(rule.bake)), nameOf(rule.notify),
                      rule.isPaused ? u"true"_s : u"false"_s, formatRfc3339(rule.createdAt)});
    return text;
}

} // namespace lynceus
