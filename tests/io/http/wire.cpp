#include "tests/io/http/wire.h"

#include "core/io/compression/gzip.h"

using namespace Qt::StringLiterals;

namespace lynceus::test {

namespace {

const ApplicationKey kApplication{u"test"_s, u"argocd"_s, u"shop-web"_s};
const QString kProject = u"shop"_s;

// Large enough that every cut has bytes on both sides, also after compression.
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

QByteArray typed(const Kind &kind, const QByteArray &more)
{
    return head("200 OK", "Content-Type: " + kind.contentType() + (more.isEmpty() ? "" : "\r\n" + more));
}

QByteArray length(qsizetype bytes)
{
    return "Content-Length: " + QByteArray::number(bytes);
}

QByteArray half(const QByteArray &body)
{
    auto size = body.size() / 2;
    while (size > 0 && (body[size - 1] == '\n' || body[size] == '\n'))
        --size;
    return body.first(size);
}

InstanceAccess accessTo(const QUrl &url)
{
    InstanceAccess access;
    access.baseUrl = url;
    access.token = Secret(QByteArray(kToken));
    return access;
}

std::vector<WireFraming> wireFramings()
{
    return {
        {"Length", [](const Kind &k) -> Script { return {send(typed(k, length(k.body.size())) + k.body)}; }},
        {"Chunks",
         [](const Kind &k) -> Script {
             return {send(typed(k, "Transfer-Encoding: chunked") + chunk(half(k.body))), pause(Duration(5)),
                     send(chunk(k.body.sliced(half(k.body).size())) + "0\r\n\r\n")};
         }},
        {"UntilClosed",
         [](const Kind &k) -> Script {
             return {send(typed(k, "Connection: close") + k.body), finish()};
         }},
        {"GzipWithLength",
         [](const Kind &k) -> Script {
             const auto packed = gzipped(k.body);
             return {send(typed(k, "Content-Encoding: gzip\r\n" + length(packed.size())) + packed)};
         }},
        {"GzipInChunks",
         [](const Kind &k) -> Script {
             const auto packed = gzipped(k.body);
             return {send(typed(k, "Content-Encoding: gzip\r\nTransfer-Encoding: chunked") + chunk(packed.first(20))),
                     pause(Duration(5)), send(chunk(packed.sliced(20)) + "0\r\n\r\n")};
         }},
        {"GzipUntilClosed",
         [](const Kind &k) -> Script {
             return {send(typed(k, "Content-Encoding: gzip\r\nConnection: close") + gzipped(k.body)), finish()};
         }},
        {"ByteByByte",
         [](const Kind &k) -> Script {
             return {drip(typed(k, length(k.body.size())), Duration(0)), send(k.body)};
         }},
    };
}

} // namespace lynceus::test
