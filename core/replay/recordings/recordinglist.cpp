#include "core/replay/recordings/recordinglist.h"

#include "core/domain/argocd/requests/labelselector.h"
#include "core/replay/recordings/fieldprojection.h"
#include "core/replay/recordings/jsonslice.h"

#include <algorithm>
#include <utility>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

bool holdsLabels(const LabelSelector &selector, QByteArrayView application)
{
    std::map<QString, QString> labels;
    for (JsonWalker members(jsonValue(application, {"metadata", "labels"})); members.next();)
        labels.emplace(QString::fromUtf8(members.key()), jsonString(members.value()));
    return matches(selector, labels);
}

QString repository(QByteArrayView application)
{
    JsonWalker sources(jsonValue(application, {"spec", "sources"}));
    const QByteArrayView source = sources.next() ? sources.value() : jsonValue(application, {"spec", "source"});
    return jsonString(jsonValue(source, {"repoURL"}));
}

void replaceValue(QByteArray &out, QByteArrayView whole, QByteArrayView part, const QByteArray &by)
{
    const qsizetype start = part.data() - whole.data();
    out += whole.first(start);
    out += by;
    out += whole.sliced(start + part.size());
}

QByteArray withoutMember(QByteArrayView object, QByteArrayView key)
{
    QByteArray out("{");
    for (JsonWalker members(object); members.next();) {
        if (members.key() == key)
            continue;
        if (out.size() > 1)
            out += ',';
        out += '"' + members.key().toByteArray() + "\":";
        out += members.value();
    }
    return out += '}';
}

/// The server compares ancestors as string prefixes, so that "spec.sourceHydrator" selects an empty "spec.source" too.
bool isAncestor(const QByteArray &path, const QList<QByteArray> &fields)
{
    return std::ranges::any_of(fields, [&](const QByteArray &field) { return field.startsWith(path); });
}

void project(QByteArrayView object, const QByteArray &prefix, const QList<QByteArray> &fields, bool exclude,
             QByteArray &out)
{
    out += '{';
    bool first = true;
    for (JsonWalker members(object); members.next();) {
        const QByteArray path = prefix + members.key().toByteArray();
        const bool named = fields.contains(path);
        const bool nested = isAncestor(path, fields) && !named;
        if (exclude ? named : !named && !nested)
            continue;
        if (!std::exchange(first, false))
            out += ',';
        out += '"' + members.key().toByteArray() + "\":";
        if (nested && members.value().startsWith('{'))
            project(members.value(), path + '.', fields, exclude, out);
        else
            out += members.value();
    }
    out += '}';
}

} // namespace

RecordingAnswer gatewayError(int status, int code, const QString &message)
{
    const QByteArray quoted = jsonQuoted(message);
    return {status, "application/json",
            "{\"error\":" + quoted + ",\"code\":" + QByteArray::number(code) + ",\"message\":" + quoted + "}"};
}

RecordingServerVersion recordingServerVersion(const QString &text)
{
    const QStringList parts = text.mid(text.startsWith(u'v') ? 1 : 0).split(u'.');
    return {parts.value(0).toInt(), parts.value(1).toInt()};
}

QByteArray withoutResourceHealth(QByteArrayView application)
{
    const QByteArrayView resources = jsonValue(application, {"status", "resources"});
    if (!resources.startsWith('['))
        return application.toByteArray();
    QByteArray slim("[");
    for (JsonWalker elements(resources); elements.next();) {
        if (slim.size() > 1)
            slim += ',';
        slim += withoutMember(elements.value(), "health");
    }
    slim += ']';
    QByteArray out;
    replaceValue(out, application, resources, slim);
    return out;
}

Result<std::vector<RecordingApplication>> filtered(std::vector<RecordingApplication> applications,
                                                   const QUrlQuery &query)
{
    const QStringList projects = query.allQueryItemValues(u"projects"_s, QUrl::FullyDecoded)
        + query.allQueryItemValues(u"project"_s, QUrl::FullyDecoded);
    const QString name = query.queryItemValue(u"name"_s, QUrl::FullyDecoded);
    const QString nameSpace = query.queryItemValue(u"appNamespace"_s, QUrl::FullyDecoded);
    const QString repo = query.queryItemValue(u"repo"_s, QUrl::FullyDecoded);
    const QString labels = query.queryItemValue(u"selector"_s, QUrl::FullyDecoded);
    const auto selector = parseLabelSelector(labels);
    if (!labels.isEmpty() && !selector)
        return tl::unexpected(selector.error());
    std::erase_if(applications, [&](const RecordingApplication &application) {
        const auto projectOf = [&] {
            const QString project = jsonString(jsonValue(application.json, {"spec", "project"}));
            return project.isEmpty() ? u"default"_s : project;
        };
        return (!name.isEmpty() && QString::fromUtf8(application.name) != name)
            || (!nameSpace.isEmpty() && QString::fromUtf8(application.nameSpace) != nameSpace)
            || (!projects.isEmpty() && !projects.contains(projectOf()))
            || (!repo.isEmpty() && repository(application.json) != repo)
            || (!labels.isEmpty() && !holdsLabels(*selector, application.json));
    });
    if (!name.isEmpty() && applications.size() > 1)
        applications.resize(1);
    return applications;
}

QByteArray listBody(const std::vector<RecordingApplication> &applications, const QByteArray &resourceVersion,
                    const QUrlQuery &query, RecordingServerVersion version)
{
    const QString fields = query.queryItemValue(u"fields"_s, QUrl::FullyDecoded);
    const FieldProjection mask(fields, version);
    QByteArray out = "{\"metadata\":{\"resourceVersion\":\"" + resourceVersion + "\"},\"items\":[";
    bool first = true;
    for (const RecordingApplication &application : applications) {
        if (!std::exchange(first, false))
            out += ',';
        if (fields.isEmpty())
            out += application.json;
        else
            out += mask.applied(application.json);
    }
    return out += "]}";
}

RecordingAnswer listAnswer(std::vector<RecordingApplication> applications, qint64 resourceVersion,
                           const QUrlQuery &query, RecordingServerVersion version)
{
    constexpr int kUnknown = 2; // gRPC code of plain Go errors
    const auto kept = filtered(std::move(applications), query);
    if (!kept)
        return gatewayError(500, kUnknown, u"error parsing the selector: "_s + kept.error().message);
    return {200, "application/json", listBody(*kept, QByteArray::number(resourceVersion), query, version)};
}

QByteArray projectedEvent(QByteArrayView event, const QString &fields)
{
    if (fields.isEmpty())
        return event.toByteArray();
    const bool exclude = fields.startsWith(u'-');
    QByteArray out;
    project(event, {}, fields.mid(exclude ? 1 : 0).toUtf8().split(','), exclude, out);
    return out;
}

} // namespace lynceus
