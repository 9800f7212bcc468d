#pragma once

#include "core/domain/model/changeset.h"
#include "core/domain/newwatch/typedimage.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace lynceus {

/// An application that matches the input, and the image to watch.
struct WatchTarget
{
    ApplicationEntry entry;
    std::optional<ImageReference> wanted; ///< empty if the input has no version, or the application runs no known image
    std::vector<ImageReference> running;  ///< images of that repository in its pods; empty: it runs none now
    bool close = false;                   ///< it runs this exact repository, or has this name
    std::vector<ImageReference> others = {}; ///< images to watch besides `wanted`
    bool runsOthers = true;                  ///< its pods run these versions, and no other ones of their repositories
};

/// All images to watch, `wanted` first; none without it.
[[nodiscard]] std::vector<ImageReference> wantedImages(const WatchTarget &target);

/// A version of the matching repositories that some environment runs.
struct SeenVersion
{
    QString version;
    QStringList instances; ///< ids, without duplicates

    friend bool operator==(const SeenVersion &, const SeenVersion &) = default;
};

struct TargetSearch
{
    TypedImage typed;
    std::vector<WatchTarget> targets;  ///< closest first, then by name; at most TargetIndex::kMostTargets
    int found = 0;                     ///< total number of matches
    int instances = 0;                 ///< number of instances with matches
    QString repository;                ///< short name ("shop-web") if all close targets run the same repository
    std::vector<SeenVersion> versions; ///< of close targets; newest first by natural order
    QStringList nearest;               ///< if nothing was found: repositories with a similar name
    bool amongChosen = false;          ///< the applications were selected before; the input only has versions
};

/// All applications of all instances, indexed by the images of their pods, for New watch. Change sets keep it up to
/// date, so that each keystroke is only a lookup.
class TargetIndex final
{
public:
    static constexpr int kMostTargets = 200; ///< with more results, users refine their input
    static constexpr int kMostVersions = 8;

    void apply(const ChangeSet &changes);
    /// Adds or replaces the application.
    void put(const ApplicationEntry &entry);
    void removeInstance(const QString &instance);

    /// By repository if the input is one that is in use, otherwise by parts of repositories and application names.
    [[nodiscard]] TargetSearch find(const QString &text, const RegistryProxies &proxies = {}) const;
    /// The application @p name ("shop-web", "team/shop-web") on @p instance, with its image of the same name. Empty if
    /// there is none, or more than one.
    [[nodiscard]] std::optional<WatchTarget> named(const QString &instance, const QString &name) const;
    /// Exactly these applications, each with its own image. @p text: a version for all ("1.5.0"), or for single
    /// repositories or applications ("shop-web:1.5.0 orders:2.0.0"). Unknown applications are omitted.
    [[nodiscard]] TargetSearch among(const std::vector<ApplicationKey> &keys, const QString &text) const;
    /// Whether the instance has an application with the same name in another namespace.
    [[nodiscard]] bool isAmbiguous(const ApplicationKey &key) const;
    [[nodiscard]] int count() const { return int(m_places.size()); }

private:
    struct Repository
    {
        ImageReference image; ///< without tag and digest
        QString name;         ///< familiar name, lower case
        QString shortName;    ///< after the last slash
    };
    struct Use
    {
        int repository = 0;
        ImageReference image;
    };
    struct Listed
    {
        ApplicationEntry entry;  ///< null application: unused position
        QString name;            ///< lower case
        std::vector<int> images; ///< positions in m_images
    };
    struct Hit;

    void remove(const ApplicationKey &key);
    [[nodiscard]] std::vector<int> imagesOf(const QStringList &texts);
    [[nodiscard]] const Use &imageAt(const Listed &listed, int use) const
    {
        return m_images[std::size_t(listed.images[std::size_t(use)])];
    }
    [[nodiscard]] std::vector<int> rankRepositories(const TypedImage &typed, const RegistryProxies &proxies) const;
    [[nodiscard]] std::vector<Hit> hits(const TypedImage &typed, const std::vector<int> &ranks) const;
    [[nodiscard]] int alike(const Listed &listed) const;
    [[nodiscard]] Hit hitOf(int place, const TypedImage &typed, const std::vector<int> &ranks) const;
    [[nodiscard]] WatchTarget targetOf(const Hit &hit, const TypedImage &typed) const;
    void addOther(WatchTarget &target, const Listed &listed, const ImageReference &other) const;
    void describe(TargetSearch &search, const std::vector<Hit> &hits) const;
    [[nodiscard]] std::vector<Hit> sameRepositories(const std::vector<Hit> &hits) const;
    [[nodiscard]] QStringList nearestTo(const TypedImage &typed) const;

    std::vector<Listed> m_listed;
    std::vector<int> m_free;
    QHash<ApplicationKey, int> m_places;
    QHash<QString, QHash<QString, int>> m_names; ///< by instance and name: number of applications
    std::vector<Repository> m_repositories;      ///< never shrinks, because repositories return
    QHash<QString, int> m_byRepository;
    std::vector<Use> m_images;    ///< without duplicates; never shrinks
    QHash<QString, int> m_parsed; ///< positions in m_images by text in manifests
};

} // namespace lynceus
