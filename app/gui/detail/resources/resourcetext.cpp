#include "app/gui/detail/resources/resourcetext.h"

#include "core/domain/text/facts.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ResourceTree)
};

bool isFine(const OutlineNode &node)
{
    return node.health.status == HealthStatus::Healthy || node.health.status == HealthStatus::None;
}

QString syncText(const OutlineNode &node)
{
    if (node.hook)
        return Text::tr("hook");
    if (node.requiresPruning)
        return Text::tr("to be pruned");
    return node.sync ? nameOf(*node.sync) : QString();
}

QString imagesText(const OutlineNode &node)
{
    QStringList images;
    for (const auto &image : node.images)
        images << shortImage(image);
    return images.join(u", "_s);
}

QString readyText(const OutlineNode &node)
{
    if (isPod(node.key) && node.grouped == 0)
        return node.containers ? u"%1/%2"_s.arg(node.readyContainers.value_or(0)).arg(*node.containers) : QString();
    return node.pods > 0 ? u"%1/%2"_s.arg(QLocale().toString(node.readyPods), QLocale().toString(node.pods))
                         : QString();
}

QString ageOf(const OutlineNode &node, Instant now)
{
    return node.createdAt ? ageText(now - *node.createdAt) : QString();
}

} // namespace

QString headerText(ResourceModel::Column column)
{
    switch (column) {
    case ResourceModel::Resource:
        return Text::tr("Resource");
    case ResourceModel::HealthColumn:
        return Text::tr("Health");
    case ResourceModel::Sync:
        return Text::tr("Sync");
    case ResourceModel::Images:
        return Text::tr("Image");
    case ResourceModel::Ready:
        return Text::tr("Ready");
    case ResourceModel::Restarts:
        return Text::tr("Restarts");
    case ResourceModel::Age:
        return Text::tr("Age");
    case ResourceModel::ColumnCount:
        break;
    }
    return {};
}

QString cellText(const OutlineNode &node, ResourceModel::Column column, Instant now)
{
    switch (column) {
    case ResourceModel::Resource: {
        const auto remark = remarkText(node);
        return remark.isEmpty() ? nameText(node) : nameText(node) + u' ' + remark;
    }
    case ResourceModel::HealthColumn:
        return healthText(node);
    case ResourceModel::Sync:
        return syncText(node);
    case ResourceModel::Images:
        return imagesText(node);
    case ResourceModel::Ready:
        return readyText(node);
    case ResourceModel::Restarts:
        return node.restarts > 0 ? QLocale().toString(node.restarts) : QString();
    case ResourceModel::Age:
        return ageOf(node, now);
    case ResourceModel::ColumnCount:
        break;
    }
    return {};
}

namespace {

/// Kinds stay English in every language: "Ingresses", "NetworkPolicies"; Endpoints has no singular.
QString pluralOf(const QString &kind)
{
    if (kind.endsWith("ss"_L1) || kind.endsWith(u'x') || kind.endsWith("ch"_L1) || kind.endsWith("sh"_L1))
        return kind + "es"_L1;
    const auto before = kind.size() > 1 ? kind.at(kind.size() - 2).toLower() : QChar();
    if (kind.endsWith(u'y') && !u"aeiou"_s.contains(before))
        return kind.chopped(1) + "ies"_L1;
    return kind.endsWith(u's') ? kind : kind + u's';
}

} // namespace

QString nameText(const OutlineNode &node)
{
    if (node.grouped == 0)
        return node.key.name;
    const auto count = QLocale().toString(node.grouped);
    const auto kind = isPod(node.key) ? Text::tr("pods") : pluralOf(node.key.kind);
    const auto health = nameOf(node.health.status).toLower();
    return health.isEmpty() ? Text::tr("%1 %2").arg(count, kind) : Text::tr("%1 %2 %3").arg(count, health, kind);
}

QString remarkText(const OutlineNode &node)
{
    QStringList parts;
    if (node.grouped == 0)
        parts << node.key.kind;
    if (node.revision)
        parts << Text::tr("revision %1").arg(*node.revision);
    if (node.hook)
        parts << Text::tr("hook");
    if (node.orphaned)
        parts << Text::tr("orphaned");
    if (node.hiddenRevisions > 0)
        parts << Text::tr("%n older without pods", nullptr, int(node.hiddenRevisions));
    return joinedFacts(parts);
}

QString healthText(const OutlineNode &node)
{
    const auto word = nameOf(node.health.status);
    if (isFine(node) || node.reason.isEmpty())
        return word;
    return joinedFacts({word, node.reason.simplified()});
}

QString toolTip(const OutlineNode &node, ResourceModel::Column column)
{
    switch (column) {
    case ResourceModel::Resource:
        if (node.grouped > 0)
            return {};
        return node.key.nameSpace.isEmpty()
            ? node.key.kind + u' ' + node.key.name
            : Text::tr("%1 %2 in namespace %3").arg(node.key.kind, node.key.name, node.key.nameSpace);
    case ResourceModel::HealthColumn: {
        QStringList parts{healthText(node)};
        if (!node.health.message.isEmpty() && !parts.front().contains(node.health.message))
            parts << node.health.message;
        return parts.join(u'\n');
    }
    case ResourceModel::Images:
        return node.images.join(u'\n');
    case ResourceModel::Sync:
    case ResourceModel::Ready:
    case ResourceModel::Restarts:
    case ResourceModel::Age:
    case ResourceModel::ColumnCount:
        break;
    }
    return {};
}

QString spokenText(const OutlineNode &node, ResourceModel::Column column, Instant now)
{
    const auto joined = [](QStringList parts) {
        parts.removeAll(QString());
        return parts.join(u", "_s);
    };
    switch (column) {
    case ResourceModel::Resource:
        return joined({node.grouped > 0 ? nameText(node) : node.key.kind + u' ' + node.key.name,
                       node.orphaned ? Text::tr("orphaned") : QString()});
    case ResourceModel::HealthColumn:
        return joined({nameOf(node.health.status), isFine(node) ? QString() : node.reason.simplified()});
    case ResourceModel::Ready:
        if (isPod(node.key) && node.grouped == 0 && node.containers)
            return Text::tr("%1 of %n containers ready", nullptr, *node.containers)
                .arg(node.readyContainers.value_or(0));
        return node.pods > 0 ? Text::tr("%1 of %n pods ready", nullptr, node.pods).arg(node.readyPods) : QString();
    case ResourceModel::Restarts:
        if (node.restarts <= 1)
            return node.restarts == 1 ? Text::tr("1 restart") : QString();
        return Text::tr("%n restarts", nullptr, node.restarts);
    case ResourceModel::Age:
        return node.createdAt ? Text::tr("age %1").arg(ageOf(node, now)) : QString();
    case ResourceModel::Sync:
    case ResourceModel::Images:
    case ResourceModel::ColumnCount:
        break;
    }
    return cellText(node, column, now);
}

QString rowText(const OutlineNode &node, Instant now)
{
    QStringList parts;
    for (int column = 0; column < ResourceModel::ColumnCount; ++column)
        parts.append(spokenText(node, ResourceModel::Column(column), now));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString shortImage(const QString &image)
{
    const auto slash = image.lastIndexOf(u'/');
    auto text = image.mid(slash + 1);
    // Only the first of the 64 digits of a digest are useful.
    constexpr qsizetype kReadLetters = 12;
    if (const auto digest = text.indexOf("@sha256:"_L1); digest >= 0)
        text.truncate(std::min(text.size(), digest + qsizetype(qstrlen("@sha256:")) + kReadLetters));
    return text;
}

QLatin1StringView glyphOf(const ResourceKey &key)
{
    static constexpr std::pair<QLatin1StringView, QLatin1StringView> kGlyphs[] = {
        {"Deployment"_L1, "layers"_L1},
        {"Rollout"_L1, "rocket"_L1},
        {"ReplicaSet"_L1, "copy"_L1},
        {"StatefulSet"_L1, "database"_L1},
        {"DaemonSet"_L1, "server"_L1},
        {"Pod"_L1, "box"_L1},
        {"Job"_L1, "wrench"_L1},
        {"CronJob"_L1, "calendar-clock"_L1},
        {"Service"_L1, "network"_L1},
        {"Endpoints"_L1, "network"_L1},
        {"EndpointSlice"_L1, "network"_L1},
        {"Ingress"_L1, "globe"_L1},
        {"ConfigMap"_L1, "file-text"_L1},
        {"Secret"_L1, "key-round"_L1},
        {"ServiceAccount"_L1, "user-cog"_L1},
        {"PersistentVolumeClaim"_L1, "hard-drive"_L1},
        {"PersistentVolume"_L1, "hard-drive"_L1},
        {"Namespace"_L1, "folder"_L1},
        {"HorizontalPodAutoscaler"_L1, "scale"_L1},
        {"NetworkPolicy"_L1, "shield-check"_L1},
    };
    for (const auto &[kind, glyph] : kGlyphs) {
        if (key.kind == kind)
            return glyph;
    }
    return "puzzle"_L1;
}

} // namespace lynceus
