#include "core/domain/argocd/decoders/decodersmanifest_p.h"
#include "core/domain/images/imagereference.h"

#include <QRegularExpression>

#include <span>

namespace lynceus::detail {

using namespace Qt::StringLiterals;

namespace {

/// Levels of a manifest that are searched for containers; a limit protects the stack.
constexpr int kDeepest = 128;
constexpr int kInContainer = 8; ///< at most, for the kinds with a known path

/// Path of the pod spec for a known kind, as field names below the top level.
std::span<const std::string_view> podSpecPath(const ResourceKey &key)
{
    static constexpr std::string_view kPod[] = {"spec"};
    static constexpr std::string_view kTemplate[] = {"spec", "template", "spec"};
    static constexpr std::string_view kCronJob[] = {"spec", "jobTemplate", "spec", "template", "spec"};
    struct Known
    {
        QLatin1String group;
        QLatin1String kind;
        std::span<const std::string_view> path;
    };
    static constexpr Known kKnown[] = {
        {""_L1, "Pod"_L1, kPod},
        {""_L1, "ReplicationController"_L1, kTemplate},
        {"apps"_L1, "Deployment"_L1, kTemplate},
        {"apps"_L1, "ReplicaSet"_L1, kTemplate},
        {"apps"_L1, "StatefulSet"_L1, kTemplate},
        {"apps"_L1, "DaemonSet"_L1, kTemplate},
        {"batch"_L1, "Job"_L1, kTemplate},
        {"batch"_L1, "CronJob"_L1, kCronJob},
        {"argoproj.io"_L1, "Rollout"_L1, kTemplate},
    };
    const auto *known = std::ranges::find_if(
        kKnown, [&](const Known &entry) { return entry.group == key.group && entry.kind == key.kind; });
    return known == std::end(kKnown) ? std::span<const std::string_view>() : known->path;
}

/// Per object, to limit memory; more than any operator's resource names.
constexpr qsizetype kMostMentions = 100;
constexpr size_t kLongestReference = 512; ///< bytes; longer values are not images

/// Whether a value may be an image with tag or digest. False for URLs, paths and sentences.
bool mayBeImage(std::string_view text)
{
    if (text.empty() || text.size() > kLongestReference || text.front() == '/' || text.front() == ':')
        return false;
    if (text.find_first_of(" \\\t{}$") != std::string_view::npos || text.find("://") != std::string_view::npos)
        return false;
    return text.find_first_of(":@") != std::string_view::npos;
}

/// Applications name the images of their own resources, which are shown there.
bool ownsNoImages(const ResourceKey &key)
{
    return key.kind == "CustomResourceDefinition"_L1
        || (key.group == "argoproj.io"_L1 && (key.kind == "Application"_L1 || key.kind == "ApplicationSet"_L1));
}

bool isContainerList(std::string_view field)
{
    return field == "containers" || field == "initContainers";
}

/// Reads one manifest. Its types come from its author, not from Argo CD: a field of another type is ignored (the
/// cluster will reject it) and is no fault of the answer.
class ManifestWalk final
{
public:
    ManifestWalk(const ResourceKey &key, Manifest &manifest)
        : m_key(key)
        , m_path(podSpecPath(key))
        , m_manifest(manifest)
    { }

    bool top(std::string_view field, Json json)
    {
        if (field == "metadata")
            return !json.isObject()
                || json.fields([&](std::string_view name, Json value) { return metadata(name, value); });
        if (m_path.empty() && field != "spec" && field != "status")
            return mention(json, 1);
        if (field == "status" && hasUpdateStrategy() && json.isObject())
            return json.fields([&](std::string_view name, Json value) { return takeStatus(name, value); });
        if (field != "spec" || !json.isObject())
            return true;
        return m_path.empty() ? search(json, 1) : descend(json, 0);
    }

    void finish()
    {
        if (!m_found)
            return;
        const auto wanted =
            m_key.kind == "StatefulSet"_L1 ? std::optional<qint64>(m_spec.replicas.value_or(1)) : m_scheduled;
        const bool isCurrent = m_observed && QString::number(*m_observed) == m_manifest.generation;
        // A status leaves out a number of 0.
        m_spec.isRolledOut = isCurrent && wanted && m_updated.value_or(0) >= *wanted;
        m_manifest.workload = std::move(m_spec);
    }

private:
    bool metadata(std::string_view field, Json json)
    {
        if (field == "generation") {
            const auto number = wholeNumber(json.token());
            m_manifest.generation = number ? QString::number(*number) : QString();
        } else if (field == "managedFields" && json.isArray() && !m_path.empty()) {
            return json.elements([&](Json entry) { return !entry.isObject() || owner(entry); });
        }
        return true;
    }

    /// Who last set the image of a container, from managed fields.
    bool owner(Json json)
    {
        QByteArray fields;
        std::string_view manager;
        bool isStatus = false;
        const auto field = [&](std::string_view name, Json value) {
            if (name == "manager")
                manager = insideQuotes(value.token()).value_or(std::string_view());
            else if (name == "subresource")
                isStatus = !value.isNull();
            else if (name == "fieldsV1" && value.isObject())
                return value.readObjectText(fields);
            return true;
        };
        if (!json.fields(field))
            return false;
        if (!isStatus && !manager.empty() && fields.contains("\"f:image\":"))
            m_spec.imageOwners.append(json.strings().text(manager));
        return true;
    }

    /// Follows the known path; @p json is the value of the field at position @p level.
    bool descend(Json json, size_t level)
    {
        const bool isPodSpec = level + 1 == m_path.size();
        return json.fields([&](std::string_view field, Json value) {
            if (level == 0 && !takeSwitch(field, value))
                return false;
            if (isPodSpec) // volumes may name images too
                return isContainerList(field) ? containers(value) : mention(value, static_cast<int>(level) + 1);
            return field != m_path[level + 1] || !value.isObject() || descend(value, level + 1);
        });
    }

    bool search(Json json, int depth)
    {
        if (depth > kDeepest)
            return json.fail(u"is nested too deeply"_s);
        if (json.isObject()) {
            NamedImage named;
            return json.fields([&](std::string_view field, Json value) {
                if (depth == 1 && !takeSwitch(field, value))
                    return false;
                if (isContainerList(field) && value.isArray())
                    return containers(value);
                named.take(field, value);
                return search(value, depth + 1);
            }) && addPair(named, json);
        }
        if (json.isArray())
            return json.elements([&](Json element) { return search(element, depth + 1); });
        addMention(json);
        return true;
    }

    /// Only lists in spec are lists of containers.
    bool mention(Json json, int depth)
    {
        if (depth > kDeepest)
            return json.fail(u"is nested too deeply"_s);
        if (json.isObject()) {
            NamedImage named;
            return json.fields([&](std::string_view field, Json value) {
                named.take(field, value);
                return mention(value, depth + 1);
            }) && addPair(named, json);
        }
        if (json.isArray())
            return json.elements([&](Json element) { return mention(element, depth + 1); });
        addMention(json);
        return true;
    }

    /// An image in two fields of one object, as in charts and operators.
    struct NamedImage
    {
        std::string_view repository;
        std::string_view tag;

        void take(std::string_view field, Json value)
        {
            const bool isRepository = field == "repository" || field == "image" || field == "imageName";
            if (!isRepository && field != "tag" && field != "version")
                return;
            const auto inside = insideQuotes(value.token());
            if (!inside)
                return;
            auto &part = isRepository ? repository : tag;
            if (part.empty() || field == "repository" || field == "tag")
                part = *inside;
        }
    };

    bool addPair(const NamedImage &named, Json json)
    {
        if (named.repository.empty() || named.tag.empty()
            || named.repository.find_first_of(":@ \\") != std::string_view::npos
            || named.repository.size() + named.tag.size() > kLongestReference)
            return true;
        add(json.strings().text(named.repository) + u':' + json.strings().text(named.tag));
        return true;
    }

    void addMention(Json json)
    {
        const auto inside = insideQuotes(json.token());
        if (inside && mayBeImage(*inside))
            add(json.strings().text(*inside));
    }

    void add(const QString &text)
    {
        const bool isNew = m_manifest.mentions.size() < kMostMentions && !m_manifest.mentions.contains(text);
        if (isNew && !ownsNoImages(m_key) && !isAddress(text) && parseImageReference(text))
            m_manifest.mentions.append(text);
    }

    /// "redis:6379" in a variable or argument of a container.
    [[nodiscard]] bool isAddress(const QString &text) const
    {
        static const QRegularExpression kAddress(u"^[^/@]*:(80|443|\\d{4,5})$"_s);
        return !m_path.empty() && kAddress.match(text).hasMatch();
    }

    bool containers(Json json)
    {
        if (!json.isArray())
            return true;
        return json.elements([&](Json container) {
            m_found = m_found || (!m_path.empty() && container.isObject());
            Duration delay{0};
            const bool isRead = !container.isObject() || container.fields([&](std::string_view field, Json value) {
                if (field == "image")
                    takeImage(value);
                if (field == "startupProbe" && value.isObject())
                    return takeProbe(value, true, delay);
                if (field == "readinessProbe" && value.isObject())
                    return takeProbe(value, false, delay);
                // Variables and arguments of an operator name the images that it will use.
                return field == "image" || mention(value, kInContainer);
            });
            m_spec.probeDelay = std::max(m_spec.probeDelay, delay);
            return isRead;
        });
    }

    /// A startup probe may fail up to its limit; for a readiness probe the second attempt counts, because the first may
    /// be too early.
    static bool takeProbe(Json json, bool isStartup, Duration &delay)
    {
        using std::chrono::seconds;
        constexpr qint64 kMostSeconds = 24 * 60 * 60; // longer than any useful delay
        qint64 initial = 0;
        qint64 period = 10; // Kubernetes' defaults
        qint64 failures = 3;
        const bool isRead = json.fields([&](std::string_view field, Json value) {
            const auto take = [&](qint64 &known, qint64 least) {
                const auto number = wholeNumber(value.token());
                if (number && *number >= least && *number <= kMostSeconds)
                    known = *number;
                return true;
            };
            if (field == "initialDelaySeconds")
                return take(initial, 0);
            if (field == "periodSeconds")
                return take(period, 1);
            return field != "failureThreshold" || take(failures, 1);
        });
        delay += seconds{std::min(kMostSeconds, initial + period * (isStartup ? failures : 1))};
        return isRead;
    }

    void takeImage(Json json)
    {
        const auto inside = insideQuotes(json.token());
        if (!inside || inside->empty())
            return;
        m_spec.images.append(json.strings().text(*inside));
        m_found = true;
    }

    /// A field of the top-level spec that determines whether pods are wanted.
    bool takeSwitch(std::string_view field, Json json)
    {
        if (field == "updateStrategy" && hasUpdateStrategy() && json.isObject())
            return json.fields([&](std::string_view name, Json value) { return takeStrategy(name, value); });
        if (field == "replicas") {
            const auto number = wholeNumber(json.token());
            if (number && *number >= 0 && *number <= std::numeric_limits<int>::max())
                m_spec.replicas = static_cast<int>(*number);
        } else if (field == "paused" && (m_key.kind == "Deployment"_L1 || m_key.kind == "Rollout"_L1)) {
            m_spec.paused = truth(json.token()).value_or(false);
        } else if (field == "suspend" && (m_key.kind == "Job"_L1 || m_key.kind == "CronJob"_L1)) {
            m_spec.suspend = truth(json.token()).value_or(false);
        }
        return true;
    }

    [[nodiscard]] bool hasUpdateStrategy() const
    {
        return m_key.group == "apps"_L1 && (m_key.kind == "StatefulSet"_L1 || m_key.kind == "DaemonSet"_L1);
    }

    /// How many pods its controller has counted as pods of the newest template, and for which generation.
    bool takeStatus(std::string_view field, Json json)
    {
        if (field == "observedGeneration")
            m_observed = wholeNumber(json.token());
        else if (field == "updatedReplicas" || field == "updatedNumberScheduled")
            m_updated = wholeNumber(json.token());
        else if (field == "desiredNumberScheduled")
            m_scheduled = wholeNumber(json.token());
        return true;
    }

    bool takeStrategy(std::string_view field, Json json)
    {
        if (field == "type")
            m_spec.onDelete = json.token() == "\"OnDelete\"";
        if (field != "rollingUpdate" || !json.isObject())
            return true;
        return json.fields([&](std::string_view name, Json value) {
            const auto number = name == "partition" ? wholeNumber(value.token()) : std::nullopt;
            if (number && *number > 0 && *number <= std::numeric_limits<int>::max())
                m_spec.partition = static_cast<int>(*number);
            return true;
        });
    }

    const ResourceKey &m_key;
    std::span<const std::string_view> m_path;
    Manifest &m_manifest;
    WorkloadSpec m_spec;
    std::optional<qint64> m_observed;
    std::optional<qint64> m_updated;
    std::optional<qint64> m_scheduled; ///< of a DaemonSet
    bool m_found = false;
};

} // namespace

bool readManifest(std::string_view inside, ManifestReader &reader, const ResourceKey &key, Manifest &manifest,
                  Reading &reading)
{
    if (key.kind == "CustomResourceDefinition"_L1)
        return true;
    unescapeInto(inside, reader.text);
    ManifestWalk walk(key, manifest);
    const auto field = [&](std::string_view name, Json json) { return walk.top(name, json); };
    if (!readDocument(reader.parser, reader.text, reading, field))
        return false;
    walk.finish();
    return true;
}

} // namespace lynceus::detail
