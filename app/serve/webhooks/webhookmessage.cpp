#include "app/serve/webhooks/webhookmessage.h"

#include "app/serve/taskjson.h"
#include "app/serve/verdictjson.h"
#include "core/engine/text/verdicttext.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

struct Named
{
    TaskEvent event;
    const char *name;
};
constexpr std::array kEvents{Named{TaskEvent::Started, "started"}, Named{TaskEvent::Failing, "failing"},
                             Named{TaskEvent::Ended, "ended"}};

/// Colour and symbol of a message, as in Slack's examples.
struct Appearance
{
    const char *icon;
    const char *colour;
};

Appearance appearanceOf(const StoredTask &task, TaskEvent event)
{
    if (event == TaskEvent::Started)
        return {"🚀", "#1264a3"};
    if (event == TaskEvent::Failing)
        return {"⚠️", "#ecb22e"};
    switch (task.watch.record.verdict.outcome) {
    case Outcome::Deployed:
        return {"✅", "#2eb67d"};
    case Outcome::Failed:
    case Outcome::TimedOut:
    case Outcome::Gone:
        return {"❌", "#e01e5a"};
    default:
        return {"⚪", "#868686"};
    }
}

QString titleOf(const StoredTask &task, TaskEvent event)
{
    const auto &record = task.watch.record;
    const auto version = expectedText(record.expectation);
    if (event == TaskEvent::Started)
        return u"%1: deployment of %2 started"_s.arg(task.task.app, version);
    if (event == TaskEvent::Failing)
        return u"%1: deployment of %2 is failing"_s.arg(task.task.app, version);
    return u"%1: %2 %3"_s.arg(task.task.app, version, outcomeText(record.verdict.outcome));
}

QString sentenceOf(const StoredTask &task, TaskEvent event)
{
    if (event == TaskEvent::Ended && !task.task.reason.isEmpty() && task.task.state != TaskState::Deployed)
        return task.task.reason;
    return sentence(task.watch.record.verdict, task.watch.record.expectation);
}

constexpr auto kJson = R"({
  "event": {{event}},
  "task": {{task}},
  "verdict": {{verdict}},
  "url": {{url}}
})";

// https://developers.mattermost.com/integrate/webhooks/incoming/ and …/reference/message-attachments/
constexpr auto kMattermost = R"({
  "text": "",
  "attachments": [{
    "fallback": "{{icon}} {{title}}",
    "color": "{{colour}}",
    "title": "{{icon}} {{title|markdown}}",
    @LINK@
    "text": "{{sentence|markdown}}",
    "fields": [
      {"short": true, "title": "Application", "value": "{{app|markdown}}"},
      {"short": true, "title": "Instance", "value": "{{instance|markdown}}"},
      {"short": true, "title": "Author", "value": "{{author|markdown}}"},
      {"short": true, "title": "Project", "value": "{{project|markdown}}"}
    ]
  }]
})";

// https://api.slack.com/messaging/webhooks and …/reference/block-kit/blocks
constexpr auto kSlack = R"({
  "text": "{{icon}} {{title|slack}}",
  "blocks": [
    {"type": "section", "text": {"type": "mrkdwn", "text": "*{{icon}} {{title|slack}}*\n{{sentence|slack}}"}},
    {"type": "context", "elements": [
      {"type": "mrkdwn", "text": "{{app|slack}} on {{instance|slack}}, by {{author|slack}}, {{project|slack}}@LINK@"}
    ]}
  ]
})";

// https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using: "Send Adaptive
// Cards using an Incoming Webhook", which is also what the Workflows app takes
constexpr auto kTeams = R"({
  "type": "message",
  "attachments": [{
    "contentType": "application/vnd.microsoft.card.adaptive",
    "contentUrl": null,
    "content": {
      "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
      "type": "AdaptiveCard",
      "version": "1.4",
      "body": [
        {"type": "TextBlock", "text": "{{icon}} {{title|markdown}}", "weight": "Bolder", "size": "Medium", "wrap": true},
        {"type": "TextBlock", "text": "{{sentence|markdown}}", "wrap": true},
        {"type": "FactSet", "facts": [
          {"title": "Application", "value": "{{app|markdown}}"},
          {"title": "Instance", "value": "{{instance|markdown}}"},
          {"title": "Author", "value": "{{author|markdown}}"},
          {"title": "Project", "value": "{{project|markdown}}"}
        ]}
      ]@LINK@
    }
  }]
})";

struct Format
{
    const char *name;
    const char *text;
    const char *link; ///< in the place of "@LINK@"
};
constexpr std::array kFormats{
    Format{"json", kJson, ""},
    Format{"mattermost", kMattermost, R"("title_link": {{url}},)"},
    Format{"slack", kSlack, R"(, <{{url}}|details>)"},
    Format{"teams", kTeams,
           R"(,
      "actions": [{"type": "Action.OpenUrl", "title": "Details", "url": {{url}}}])"},
};

} // namespace

QString nameOf(TaskEvent event)
{
    return QString::fromLatin1(std::ranges::find(kEvents, event, &Named::event)->name);
}

std::optional<TaskEvent> taskEventFrom(const QString &name)
{
    const auto *found =
        std::ranges::find_if(kEvents, [&](const Named &one) { return name == QLatin1StringView(one.name); });
    return found == kEvents.end() ? std::nullopt : std::optional(found->event);
}

const QStringList &messageValueNames()
{
    static const QStringList names{u"app"_s,     u"author"_s, u"blocker"_s,  u"cause"_s,    u"colour"_s,  u"created"_s,
                                   u"event"_s,   u"icon"_s,   u"id"_s,       u"instance"_s, u"outcome"_s, u"pods"_s,
                                   u"project"_s, u"reason"_s, u"sentence"_s, u"stage"_s,    u"status"_s,  u"title"_s,
                                   u"updated"_s, u"url"_s,    u"version"_s};
    return names;
}

const QStringList &messageDocumentNames()
{
    static const QStringList names{u"task"_s, u"verdict"_s};
    return names;
}

QHash<QString, QString> messageValues(const StoredTask &stored, TaskEvent event, const QUrl &publicUrl)
{
    const auto &task = stored.task;
    const auto &record = stored.watch.record;
    const auto &verdict = record.verdict;
    const auto appearance = appearanceOf(stored, event);
    QHash<QString, QString> values{{u"app"_s, task.app},
                                   {u"author"_s, task.author},
                                   {u"colour"_s, QString::fromLatin1(appearance.colour)},
                                   {u"created"_s, formatRfc3339(task.created)},
                                   {u"event"_s, nameOf(event)},
                                   {u"icon"_s, QString::fromUtf8(appearance.icon)},
                                   {u"id"_s, task.id},
                                   {u"instance"_s, task.instance},
                                   {u"outcome"_s, nameOf(verdict.outcome)},
                                   {u"pods"_s, podCountsText(verdict.pods)},
                                   {u"project"_s, task.project},
                                   {u"reason"_s, task.reason},
                                   {u"sentence"_s, sentenceOf(stored, event)},
                                   {u"stage"_s, nameOf(verdict.stage)},
                                   {u"status"_s, nameOf(task.state)},
                                   {u"title"_s, titleOf(stored, event)},
                                   {u"updated"_s, formatRfc3339(task.updated)},
                                   {u"version"_s, expectedText(record.expectation)}};
    if (verdict.cause)
        values.insert(u"cause"_s, causeText(*verdict.cause, record.expectation));
    if (verdict.blocker)
        values.insert(u"blocker"_s, blockerText(*verdict.blocker));
    if (!publicUrl.isEmpty())
        values.insert(u"url"_s, publicUrl.toString(QUrl::FullyEncoded) + u"/task/"_s + task.id);
    return values;
}

QHash<QString, QByteArray> messageDocuments(const StoredTask &stored)
{
    auto task = jsonOf(stored.task);
    task.insert(u"instance"_s, stored.task.instance);
    return {{u"task"_s, compact(task)}, {u"verdict"_s, compact(verdictJson(stored.watch.record))}};
}

QString builtInTemplate(const QString &format, bool hasLink)
{
    const auto *found =
        std::ranges::find_if(kFormats, [&](const Format &one) { return format == QLatin1StringView(one.name); });
    if (found == kFormats.end())
        return {};
    return QString::fromUtf8(found->text).replace("@LINK@"_L1, hasLink ? QString::fromLatin1(found->link) : QString());
}

const QStringList &builtInFormats()
{
    static const QStringList names = [] {
        QStringList all;
        for (const auto &format : kFormats)
            all += QString::fromLatin1(format.name);
        return all;
    }();
    return names;
}

} // namespace lynceus
