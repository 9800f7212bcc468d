#include "app/serve/pages/taskpages.h"

#include "app/serve/answers/asset.h"
#include "app/serve/pages/pagehtml.h"
#include "app/serve/pages/verdicthtml.h"
#include "core/domain/http/requesttarget.h"
#include "core/domain/model/applicationurl.h"
#include "core/engine/text/wording.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kTasksOfAPage = 50;
constexpr qint64 kMostPages = 1'000'000;

HttpReply messagePage(const QString &base, int status, const QString &title, const QString &text)
{
    auto reply = pageReply(base, status, title, {},
                           u"<h1>"_s + escaped(title) + u"</h1>\n<p class=\"lead\">"_s + escaped(text) + u"</p>\n"_s);
    if (status == 429 || status == 503)
        reply.headers.append("Retry-After", status == 429 ? "60" : "15");
    return reply;
}

QString titleOf(int status)
{
    switch (status) {
    case 401:
    case 403:
        return u"Not allowed"_s;
    case 404:
        return u"Page not found"_s;
    case 429:
        return u"Too many attempts"_s;
    default:
        return u"Not available now"_s;
    }
}

QString option(const QString &value, const QString &text, bool isChosen)
{
    return u"<option value=\""_s + escaped(value) + (isChosen ? u"\" selected>"_s : u"\">"_s) + escaped(text)
        + u"</option>"_s;
}

QString filterForm(const QString &base, const TaskQuery &query)
{
    auto states = option({}, u"all"_s, !query.state);
    for (const auto state : kTaskStates)
        states += option(nameOf(state), nameOf(state), query.state == state);
    return u"<form class=\"filters\" method=\"get\" action=\""_s + escaped(base)
        + u"/\" role=\"search\">\n<label>Application <input name=\"app\" value=\""_s + escaped(query.app)
        + u"\"></label>\n<label>Project <input name=\"project\" value=\""_s + escaped(query.project)
        + u"\"></label>\n<label>State <select name=\"state\">"_s + states
        + u"</select></label>\n<button>Show</button>\n</form>\n"_s;
}

QString rowOf(const QString &base, const Task &task)
{
    const auto why =
        task.reason.isEmpty() ? QString() : u"<span class=\"why\">"_s + escaped(task.reason) + u"</span>"_s;
    return u"<tr><th scope=\"row\"><a href=\""_s + escaped(base) + u"/task/"_s + escaped(task.id) + u"\">"_s
        + escaped(task.app) + u"</a></th><td>"_s + stateHtml(task.state) + u"</td><td>"_s + versionHtml(task) + why
        + u"</td><td>"_s + escaped(task.instance) + u"</td><td>"_s + escaped(task.project) + u"</td><td>"_s
        + escaped(task.author) + u"</td><td>"_s + timeHtml(task.created) + u"</td></tr>\n"_s;
}

/// "/?app=a&state=failed", with only the set parameters.
QString addressOf(const QString &path, const TaskQuery &query, const QList<std::pair<QString, QString>> &more)
{
    QUrlQuery parameters;
    const auto add = [&](const QString &name, const QString &value) {
        if (!value.isEmpty())
            parameters.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add(u"app"_s, query.app);
    add(u"project"_s, query.project);
    for (const auto &[name, value] : more)
        add(name, value);
    const auto text = parameters.toString(QUrl::FullyEncoded);
    return text.isEmpty() ? path : path + u'?' + text;
}

QString pagesHtml(const QString &base, const TaskQuery &query, qint64 page, qint64 total)
{
    const auto link = [&](qint64 to, const QString &relation, const QString &text) {
        const auto address =
            addressOf(base + u'/', query,
                      {{u"state"_s, query.state ? nameOf(*query.state) : QString()}, {u"page"_s, QString::number(to)}});
        return u"<a rel=\"%1\" href=\"%2\">%3</a>"_s.arg(relation, escaped(address), text);
    };
    const auto before = page > 1 ? link(page - 1, u"prev"_s, u"Newer"_s) : u"<span></span>"_s;
    const auto after = page * kTasksOfAPage < total ? link(page + 1, u"next"_s, u"Older"_s) : QString();
    return u"<nav class=\"pages\" aria-label=\"Pages\">"_s + before + after + u"</nav>\n"_s;
}

QString fact(const QString &name, const QString &html)
{
    return html.isEmpty() ? QString() : u"<dt>"_s + name + u"</dt><dd>"_s + html + u"</dd>\n"_s;
}

} // namespace

TaskPages::TaskPages(std::vector<ServedInstance> instances, QString base)
    : m_instances(std::move(instances))
    , m_base(std::move(base))
{ }

HttpReply TaskPages::unavailable() const
{
    return messagePage(m_base, 503, u"Tasks cannot be read"_s,
                       u"The database is unavailable; the server's log contains the reason."_s);
}

HttpReply TaskPages::refused(int status, const QString &reason) const
{
    return messagePage(m_base, status, titleOf(status), asSentence(reason));
}

HttpReply TaskPages::list(TaskStore &store, const HttpRequest &request) const
{
    const auto parameters = queryOf(request.target);
    TaskQuery query;
    query.app = textIn(parameters, u"app"_s).trimmed();
    query.project = textIn(parameters, u"project"_s).trimmed();
    query.state = taskStateFrom(textIn(parameters, u"state"_s));
    const auto page = std::clamp<qint64>(numberIn(parameters, u"page"_s).value_or(1), 1, kMostPages);
    query.limit = kTasksOfAPage;
    query.offset = (page - 1) * kTasksOfAPage;
    const auto last = store.changeLog().last(); // read before the tasks, so that changes in between are announced
    const auto found = store.tasks(query);
    if (!last || !found)
        return unavailable();
    QString rows;
    for (const auto &task : found->tasks)
        rows += rowOf(m_base, task);
    const auto list = rows.isEmpty()
        ? u"<p class=\"card empty\">No tasks match.</p>\n"_s
        : u"<div class=\"scroll\"><table class=\"list\">\n<thead><tr><th scope=\"col\">Application</th>"
          "<th scope=\"col\">State</th><th scope=\"col\">Version</th><th scope=\"col\">Instance</th>"
          "<th scope=\"col\">Project</th><th scope=\"col\">Author</th><th scope=\"col\">Created</th></tr></thead>\n"
          "<tbody>\n"_s
            + rows + u"</tbody>\n</table></div>\n"_s;
    const auto events = addressOf(m_base + u"/api/v1/events"_s, query, {{u"after"_s, QString::number(*last)}});
    return pageReply(m_base, 200, u"Tasks"_s, events,
                     u"<h1>Tasks</h1>\n"_s + filterForm(m_base, query)
                         + u"<div id=\"live\">\n<p class=\"muted\">Tasks: %1</p>\n"_s.arg(found->total) + list
                         + pagesHtml(m_base, query, page, found->total) + u"</div>\n"_s);
}

QString TaskPages::linkTo(const StoredTask &stored) const
{
    const auto instance = std::ranges::find(m_instances, stored.task.instance, &ServedInstance::name);
    if (instance == m_instances.end())
        return {};
    const auto base = instance->shownUrl.isEmpty() ? instance->url : instance->shownUrl;
    const auto url = applicationUrl(base, stored.watch.record.expectation.application);
    return u"<a rel=\"noreferrer\" href=\""_s + escaped(url.toString(QUrl::FullyEncoded)) + u"\">Open in Argo CD</a>"_s;
}

HttpReply TaskPages::task(TaskStore &store, const QString &id) const
{
    const auto missing = [this] {
        return messagePage(m_base, 404, u"Task not found"_s, u"This task does not exist or was removed."_s);
    };
    const auto uuid = QUuid::fromString(id);
    if (uuid.isNull())
        return missing();
    const auto last = store.changeLog().last();
    const auto stored = store.stored(uuid.toString(QUuid::WithoutBraces));
    if (!last || !stored)
        return unavailable();
    if (!*stored)
        return missing();
    const auto &task = (*stored)->task;
    const auto facts = fact(u"Expects"_s, versionHtml(task)) + fact(u"Instance"_s, escaped(task.instance))
        + fact(u"Project"_s, escaped(task.project)) + fact(u"Author"_s, escaped(task.author))
        + fact(u"Created"_s, timeHtml(task.created)) + fact(u"Changed"_s, timeHtml(task.updated))
        + fact(u"Deadline"_s, timeHtml((*stored)->watch.record.expectation.deadline))
        + fact(u"Task"_s, u"<code>"_s + escaped(task.id) + u"</code>"_s) + fact(u"Argo CD"_s, linkTo(**stored));
    const auto events = m_base + u"/api/v1/events?task=%1&after=%2"_s.arg(task.id).arg(*last);
    return pageReply(m_base, 200, task.app + u": "_s + nameOf(task.state), events,
                     u"<div id=\"live\">\n<div class=\"title\"><h1>"_s + escaped(task.app) + u"</h1>"_s
                         + stateHtml(task.state) + u"</div>\n"_s + verdictHtml(**stored)
                         + u"<h2>Task</h2>\n<div class=\"card\"><dl class=\"facts\">\n"_s + facts
                         + u"</dl></div>\n</div>\n"_s);
}

HttpReply TaskPages::asset(const QString &name)
{
    HttpReply reply{200, name.endsWith(".css"_L1) ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8",
                    lynceus::asset(name)};
    reply.headers.append("X-Content-Type-Options", "nosniff");
    reply.headers.append("Cache-Control", "no-cache");
    return reply;
}

} // namespace lynceus
