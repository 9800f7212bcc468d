#include "app/serve/pages/pagehtml.h"

#include "core/domain/text/visibletext.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kMostText = 4'000; // characters of one text

constexpr auto kPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
                         "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

} // namespace

QString escaped(const QString &text)
{
    return visibleText(text, kMostText).toHtmlEscaped();
}

QString timeHtml(Instant instant)
{
    const auto text = formatRfc3339(std::chrono::floor<std::chrono::seconds>(instant));
    auto shown = text;
    shown.replace(u'T', u' ').replace(u'Z', u" UTC"_s);
    return u"<time datetime=\"%1\">%2</time>"_s.arg(escaped(text), escaped(shown));
}

QString stateHtml(TaskState state)
{
    const auto name = nameOf(state);
    auto style = name;
    return u"<span class=\"state %1\">%2</span>"_s.arg(escaped(style.replace(u' ', u'-')), escaped(name));
}

QString versionHtml(const Task &task)
{
    QStringList versions;
    for (const auto &[image, tag] : task.images)
        versions += image + (tag.startsWith("sha256:"_L1) ? u'@' : u':') + tag;
    if (!task.revision.isEmpty())
        versions += u"revision "_s + task.revision;
    if (!task.chartVersion.isEmpty())
        versions += u"chart "_s + task.chartVersion;
    QString html;
    for (const auto &version : versions)
        html += (html.isEmpty() ? QString() : u"<br>"_s) + u"<span class=\"version\">%1</span>"_s.arg(escaped(version));
    return html;
}

HttpReply pageReply(const QString &base, int status, const QString &title, const QString &events, const QString &body)
{
    const auto stream = events.isEmpty() ? QString() : u" data-events=\""_s + escaped(events) + u'"';
    const auto html = u"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"_s
        + escaped(title) + u" · Lynceus</title>\n<link rel=\"stylesheet\" href=\""_s + escaped(base)
        + u"/style.css\">\n<script src=\""_s + escaped(base) + u"/live.js\" defer></script>\n</head>\n<body"_s + stream
        + u">\n<a class=\"skip\" href=\"#main\">Skip to content</a>\n"
          "<header class=\"bar\"><a class=\"name\" href=\""_s
        + escaped(base)
        + u"/\">Lynceus</a>"
          "<p id=\"connection\" role=\"status\"></p></header>\n<main id=\"main\">\n"_s
        + body + u"</main>\n</body>\n</html>\n"_s;
    HttpReply reply{status, "text/html; charset=utf-8", html.toUtf8()};
    reply.headers.append("Content-Security-Policy", kPolicy);
    reply.headers.append("Referrer-Policy", "no-referrer");
    reply.headers.append("X-Content-Type-Options", "nosniff");
    reply.headers.append("Cache-Control", "no-store");
    return reply;
}

} // namespace lynceus
