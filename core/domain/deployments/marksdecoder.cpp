#include "core/domain/deployments/marksdecoder.h"

#include "core/domain/argocd/decoders/decodersparser_p.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

using detail::Json;

namespace {

/// FNV-1a: the same on every computer, because hashes are compared with stored ones.
quint64 hashOf(char byte, quint64 hash)
{
    return (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
}

quint64 hashOf(QByteArrayView name)
{
    quint64 hash = 0xcbf29ce484222325ULL;
    for (const char byte : name)
        hash = hashOf(byte, hash);
    return hash;
}

/// Of JSON, ignoring white space between values.
quint64 hashOfJson(QByteArrayView json, quint64 hash)
{
    bool isString = false;
    bool isEscaped = false;
    for (const char byte : json) {
        if (!isString && (byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'))
            continue;
        hash = hashOf(byte, hash);
        if (byte == '"' && !isEscaped)
            isString = !isString;
        isEscaped = isString && byte == '\\' && !isEscaped;
    }
    return hash;
}

/// Hashes of members are summed, so that their order does not matter.
bool readSettings(std::string_view field, Json json, SourceMark &source)
{
    QByteArray text;
    if (!json.readObjectText(text))
        return false;
    if (text != "{}")
        source.settings += hashOfJson(text, hashOf(QByteArrayView(field.data(), static_cast<qsizetype>(field.size()))));
    return true;
}

bool readSource(Json json, SourceMark &source)
{
    return json.fields([&](std::string_view field, Json value) {
        if (field == "repoURL")
            return value.read(source.repoUrl);
        if (field == "path")
            return value.read(source.path);
        if (field == "chart")
            return value.read(source.chart);
        return !value.isObject() || readSettings(field, value, source);
    });
}

struct Sources
{
    std::vector<SourceMark> single;
    std::vector<SourceMark> several;

    std::vector<SourceMark> merged() && { return several.empty() ? std::move(single) : std::move(several); }
};

bool readSources(std::string_view field, Json json, Sources &sources)
{
    if (field == "sources")
        return json.list(sources.several, readSource);
    return field != "source" || json.isNull() || readSource(json, sources.single.emplace_back());
}

struct Revisions
{
    QString single;
    QStringList several;

    bool read(std::string_view field, Json json)
    {
        if (field == "revision")
            return json.read(single);
        return field != "revisions" || json.read(several);
    }

    QStringList merged() &&
    {
        if (several.isEmpty() && !single.isEmpty())
            several += single;
        return std::move(several);
    }
};

/// `revision(s)` and `source(s)` of one object.
struct Version
{
    Revisions revisions;
    Sources sources;

    bool read(std::string_view field, Json json)
    {
        return field.starts_with("revision") ? revisions.read(field, json) : readSources(field, json, sources);
    }

    AppliedVersion merged() && { return {std::move(revisions).merged(), std::move(sources).merged()}; }
};

bool readInitiator(Json json, QString &user, bool &automated)
{
    return json.fields([&](std::string_view field, Json value) {
        if (field == "username")
            return value.read(user);
        return field != "automated" || value.read(automated);
    });
}

bool readResource(Json json, OperationMark::Resource &resource)
{
    return json.fields([&](std::string_view field, Json value) {
        QString text;
        if (field == "hookType") {
            const bool read = value.read(text);
            resource.isHook = !text.isEmpty();
            return read;
        }
        if (field == "message") {
            const bool read = value.read(text);
            resource.isUnchanged = resource.isUnchanged || text.endsWith(" unchanged"_L1);
            return read;
        }
        if (field == "status") {
            const bool read = value.read(text);
            const bool isKept = text == "PruneSkipped"_L1;
            resource.isPruned = isKept || text == "Pruned"_L1;
            resource.isUnchanged = resource.isUnchanged || isKept;
            return read;
        }
        return field != "images" || value.read(resource.images);
    });
}

bool readRequest(Json json, OperationMark &operation)
{
    Version version;
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "dryRun")
            return value.read(operation.dryRun);
        if (field == "resources")
            return value.elements([&](Json) {
                operation.isPartial = true;
                return true;
            });
        if (field == "autoHealAttemptsCount") {
            qint64 attempts = 0;
            const bool read = value.read(attempts);
            operation.isSelfHeal = attempts > 0;
            return read;
        }
        return version.read(field, value);
    };
    if (!json.fields(fields))
        return false;
    operation.requested = std::move(version).merged();
    return true;
}

bool readResult(Json json, OperationMark &operation)
{
    if (json.isNull())
        return true;
    Version version;
    operation.hasResult = true;
    const auto fields = [&](std::string_view field, Json value) {
        return field == "resources" ? value.list(operation.resources, readResource) : version.read(field, value);
    };
    if (!json.fields(fields))
        return false;
    operation.applied = std::move(version).merged();
    return true;
}

bool readOperation(Json json, OperationMark &operation)
{
    return json.fields([&](std::string_view field, Json value) {
        if (field == "sync")
            return readRequest(value, operation);
        return field != "initiatedBy" || readInitiator(value, operation.user, operation.automated);
    });
}

bool readOperationState(Json json, OperationMark &operation)
{
    return json.fields([&](std::string_view field, Json value) {
        if (field == "phase") {
            QString word;
            const bool read = value.read(word);
            operation.phase = operationPhaseFrom(word);
            return read;
        }
        if (field == "message")
            return value.readWords(operation.message);
        if (field == "startedAt")
            return value.read(operation.startedAt);
        if (field == "finishedAt")
            return value.read(operation.finishedAt);
        if (field == "operation")
            return readOperation(value, operation);
        return field != "syncResult" || readResult(value, operation);
    });
}

bool readHistory(Json json, HistoryMark &entry)
{
    Version version;
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "id")
            return value.read(entry.id);
        if (field == "deployStartedAt")
            return value.read(entry.startedAt);
        if (field == "deployedAt")
            return value.read(entry.deployedAt);
        if (field == "initiatedBy")
            return readInitiator(value, entry.user, entry.automated);
        return version.read(field, value);
    };
    if (!json.fields(fields))
        return false;
    entry.version = std::move(version).merged();
    return true;
}

bool readSync(Json json, DeploymentMarks &marks)
{
    Revisions revisions;
    Sources compared;
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "comparedTo")
            return value.fields(
                [&](std::string_view name, Json source) { return readSources(name, source, compared); });
        if (field != "status")
            return revisions.read(field, value);
        QString word;
        const bool read = value.read(word);
        marks.sync = syncStatusFrom(word);
        return read;
    };
    if (!json.fields(fields))
        return false;
    marks.revisions = std::move(revisions).merged();
    marks.compared = std::move(compared).merged();
    return true;
}

bool readStatus(Json json, DeploymentMarks &marks)
{
    return json.fields([&](std::string_view field, Json value) {
        if (field == "sync")
            return readSync(value, marks);
        if (field == "health")
            return value.fields([&](std::string_view name, Json word) {
                QString text;
                if (name != "status")
                    return true;
                const bool read = word.read(text);
                marks.health = healthStatusFrom(text);
                return read;
            });
        if (field == "summary")
            return value.fields(
                [&](std::string_view name, Json images) { return name != "images" || images.read(marks.images); });
        if (field == "operationState")
            return value.optional(marks.operation, readOperationState);
        return field != "history" || value.list(marks.history, readHistory);
    });
}

/// Whether an entry of managedFields owns settings of the source; `sources` is one field.
bool readOwnedFields(Json json, bool &ownsSettings)
{
    return json.fields([&](std::string_view field, Json spec) {
        if (field != "f:spec")
            return true;
        return spec.fields([&](std::string_view name, Json source) {
            if (name == "f:sources")
                ownsSettings = true;
            if (name != "f:source")
                return true;
            return source.fields([&](std::string_view setting, Json) {
                ownsSettings = ownsSettings || setting == "f:helm" || setting == "f:kustomize" || setting == "f:plugin";
                return true;
            });
        });
    });
}

struct Manager
{
    QString name;
    std::optional<Instant> time;
    bool ownsSettings = false;
};

bool readManager(Json json, Manager &manager)
{
    return json.fields([&](std::string_view field, Json value) {
        if (field == "manager")
            return value.read(manager.name);
        if (field == "time")
            return value.read(manager.time);
        return field != "fieldsV1" || readOwnedFields(value, manager.ownsSettings);
    });
}

bool readManagers(Json json, QStringList &names)
{
    std::vector<Manager> managers;
    if (!json.list(managers, readManager))
        return false;
    std::ranges::stable_sort(managers, std::ranges::greater(), &Manager::time);
    for (const auto &manager : managers) {
        if (manager.ownsSettings)
            names += manager.name;
    }
    return true;
}

bool readMetadata(Json json, DeploymentMarks &marks)
{
    return json.fields([&](std::string_view field, Json value) {
        if (field == "name")
            return value.read(marks.name);
        if (field == "namespace")
            return value.read(marks.nameSpace);
        if (field == "uid")
            return value.read(marks.uid);
        return field != "managedFields" || readManagers(value, marks.sourceManagers);
    });
}

bool readSpec(Json json, DeploymentMarks &marks)
{
    Sources sources;
    const auto fields = [&](std::string_view field, Json value) {
        return field == "project" ? value.read(marks.project) : readSources(field, value, sources);
    };
    if (!json.fields(fields))
        return false;
    marks.sources = std::move(sources).merged();
    return true;
}

bool readMarks(std::string_view field, Json json, DeploymentMarks &marks)
{
    if (field == "metadata")
        return readMetadata(json, marks);
    if (field == "spec")
        return readSpec(json, marks);
    if (field == "operation") {
        marks.isPending = !json.isNull();
        return true;
    }
    return field != "status" || readStatus(json, marks);
}

bool checkName(const DeploymentMarks &marks, detail::Fault &fault)
{
    return !marks.name.isEmpty() || fault.set(u"metadata.name"_s, u"is missing"_s);
}

} // namespace

Result<DeploymentMarks> MarksDecoder::application(QByteArray body)
{
    DeploymentMarks marks;
    const auto fields = [&](std::string_view field, Json value) { return readMarks(field, value, marks); };
    const auto hasName = [&](detail::Fault &fault) { return checkName(marks, fault); };
    return detail::TextParser::ofThread().read(std::move(body), fields, hasName).transform([&] {
        return std::move(marks);
    });
}

Result<DeploymentMarks> MarksDecoder::event(QByteArray frame)
{
    DeploymentMarks marks;
    std::optional<Error> failed;
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "error")
            return value.optional(failed, detail::readServerError);
        if (field != "result")
            return true;
        return value.fields([&](std::string_view part, Json application) {
            if (part != "application")
                return true;
            return application.fields([&](std::string_view name, Json json) { return readMarks(name, json, marks); });
        });
    };
    const auto hasName = [&](detail::Fault &fault) { return failed || checkName(marks, fault); };
    if (auto read = detail::TextParser::ofThread().read(std::move(frame), fields, hasName); !read)
        return tl::unexpected(read.error());
    if (failed)
        return tl::unexpected(*std::move(failed));
    return marks;
}

} // namespace lynceus
