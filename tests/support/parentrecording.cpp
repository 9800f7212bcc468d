#include "tests/support/parentrecording.h"

#include <QByteArrayList>

namespace lynceus::test {

QByteArray getLine(Duration at, const QByteArray &path, const QByteArray &body)
{
    return R"({"kind":"get","t":)" + QByteArray::number(qint64(at.count())) + R"(,"path":")" + path
        + R"(","status":200,"type":"application/json","took":1,"body":)" + body + "}\n";
}

QByteArray parentLine(Duration at, const std::vector<NamedChild> &children, const QByteArray &name)
{
    QByteArrayList resources;
    for (const auto &child : children)
        resources.append(
            R"({"group":"argoproj.io","version":"v1alpha1","kind":"Application","namespace":"argocd","name":")"
            + child.name + R"(","status":")" + child.status + R"("})");
    return getLine(
        at, "/api/v1/applications/" + name + "?project=shop",
        R"({"metadata":{"name":")" + name + R"(","namespace":"argocd","uid":")" + name + R"(","resourceVersion":")"
            + QByteArray::number(100 + qint64(at.count()))
            + R"("},"spec":{"project":"shop"},"status":{"sync":{"status":"Synced"},"health":{"status":"Healthy"},"resources":[)"
            + resources.join(',') + "]}}");
}

Recording parentRecording(const QByteArray &lines, const QByteArray &name)
{
    const QByteArray head =
        R"({"kind":"head","t":0,"tape":1,"recorded":"2026-11-23T08:32:52Z","scenario":"family","argocd":"v3.6.0","app":")"
        + name + R"(","appNamespace":"argocd","project":"shop","expect":["x:1"]})";
    auto recording = parseRecording(
        head + '\n' + getLine(Duration{0}, "/api/version", R"({"Version":"v3.6.0"})")
            + getLine(Duration{0}, "/api/v1/applications", R"({"metadata":{"resourceVersion":"1"},"items":[]})")
            + getLine(Duration{0}, "/api/v1/applications/" + name + "/managed-resources?project=shop",
                      R"({"items":[]})")
            + lines,
        QString::fromUtf8(name));
    if (!recording)
        qFatal("%s", qPrintable(recording.error().message));
    return std::move(*recording);
}

} // namespace lynceus::test
