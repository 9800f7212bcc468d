#include "tests/io/http/wire.h"

#include "tests/support/gzip.h"

using namespace Qt::StringLiterals;

namespace lynceus::test {

namespace {

const ApplicationKey kApplication{u"test"_s, u"argocd"_s, u"shop-web"_s};
const QString kProject = u"shop"_s;

// Large enough that every cut has something on both sides, after packing too.
QByteArray manyItems()
{
    QByteArray items;
    for (int i = 0; i < 300; ++i) {
        items += items.isEmpty() ? "" : ",";
        items += R"({"metadata":{"name":"shop-)" + QByteArray::number(i * 7919 % 1000) + R"(","namespace":"argocd"}})";
    }
    return items;
}

QByteArray logLines()
{
    QByteArray lines;
    for (int i = 0; i < 200; ++i)
        lines += R"({"result":{"content":"line )" + QByteArray::number(i * 7919 % 1000)
            + R"( of the log","last":false}})"
              "\n";
    return lines
        + R"({"result":{"content":"","last":true}})"
          "\n";
}

QByteArray events(const QByteArray &result)
{
    return QByteArray("data: {\"result\":" + result + "} \n\n\n").repeated(3);
}

} // namespace

std::vector<Kind> requestKinds()
{
    const auto items = R"({"metadata":{"resourceVersion":"1"},"items":[)" + manyItems() + "]}";
    const auto nodes = R"({"nodes":[)" + manyItems() + "]}";
    return {
        {"list", listPath({u"v3.6.0"_s, 3, 6}, ApplicationDetail::Summary, {}), BodyForm::OneValue, items},
        {"application", applicationPath(kApplication, kProject), BodyForm::OneValue,
         R"({"metadata":{"name":"shop-web"},"status":{"resources":[)" + manyItems() + "]}}"},
        {"tree", treePath(kApplication, kProject), BodyForm::OneValue, nodes},
        {"managedResources", managedResourcesPath(kApplication, kProject), BodyForm::OneValue, items},
        {"events", applicationEventsPath(kApplication, kProject), BodyForm::OneValue, items},
        {"logs", logsPath(kApplication, kProject, {u"shop-web-1"_s, u"shop"_s, {}, 20, false}), BodyForm::Lines,
         logLines()},
        {"version", versionPath(), BodyForm::OneValue,
         R"({"Version":"v3.6.0+37ee009","BuildDate":"2026-08-22T10:00:00Z"})"},
    };
}

std::vector<Kind> streamKinds()
{
    return {
        {"listStream", listStreamPath(u"1"_s, {}), BodyForm::OneValue,
         events(R"({"type":"MODIFIED","application":{"status":{"resources":[)" + manyItems() + "]}}}"), true},
        {"treeStream", treeStreamPath(kApplication, kProject), BodyForm::OneValue,
         events(R"({"nodes":[)" + manyItems() + "]}"), true},
    };
}

QByteArray head(const QByteArray &status, const QByteArray &fields)
{
    return "HTTP/1.1 " + status + "\r\nDate: Mon, 23 Nov 2026 08:32:52 GMT\r\n"
        + (fields.isEmpty() ? "" : fields + "\r\n") + "\r\n";
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

QByteArray answer(const QByteArray &status, const QByteArray &type, const QByteArray &body)
{
    return head(status, "Content-Type: " + type + "\r\nContent-Length: " + QByteArray::number(body.size())) + body;
}

QByteArray json(const QByteArray &body)
{
    return answer("200 OK", "application/json", body);
}

InstanceAccess accessTo(const QUrl &url)
{
    InstanceAccess access;
    access.baseUrl = url;
    access.token = Secret(QByteArray(kToken));
    return access;
}

} // namespace lynceus::test
