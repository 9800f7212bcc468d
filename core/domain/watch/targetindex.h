#pragma once

#include "core/domain/model/changeset.h"
#include "core/domain/watch/typedimage.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace lynceus {

/// An application that a text may mean, and what it would be watched with.
struct WatchTarget
{
    ApplicationEntry entry;
    std::optional<ImageReference> wanted; ///< nothing while the text says no version, or it runs no known image
    std::vector<ImageReference> running;  ///< of that repository, as its pods say; empty: it runs none now
    bool close = false;                   ///< it runs this very repository, or is called that
};

/// A version of the repositories in question that some environment runs.
struct SeenVersion
{
    QString version;
    QStringList instances; ///< ids, without repetition

    friend bool operator==(const SeenVersion &, const SeenVersion &) = default;
};

struct TargetSearch
{
    TypedImage typed;
    std::vector<WatchTarget> targets;  ///< closest first, then by name; at most TargetIndex::kMostTargets
    int found = 0;                     ///< all of them
    int instances = 0;                 ///< on how many
    QString repository;                ///< its short name ("shop-web"), where all that are close run the same
    std::vector<SeenVersion> versions; ///< of what is close; newest first by natural order
    QStringList nearest;               ///< nothing found: repositories with a similar name
    bool amongChosen = false;          ///< the applications were chosen before, the text only says versions
};

/// All applications of all instances by the images that their pods run, for New watch: kept up to date by change sets,
/// so that a keystroke only looks.
class TargetIndex final
{
public:
    static constexpr int kMostTargets = 200; ///< more are not read, but typed further
    static constexpr int kMostVersions = 8;

    void apply(const ChangeSet &changes);
    /// As it is now, whether it was known or not.
    void put(const ApplicationEntry &entry);
    void removeInstance(const QString &instance);

    /// By repository where the text is one that somebody runs, else by parts of repositories and application names.
    [[nodiscard]] TargetSearch find(const QString &text, const RegistryProxies &proxies = {}) const;
    /// The application that is called @p name ("shop-web", "team/shop-web") on @p instance, with the image that is
    /// called alike. Nothing if there is none, or more than one.
    [[nodiscard]] std::optional<WatchTarget> named(const QString &instance, const QString &name) const;
    /// These applications and no others, each with its own image; @p text says the version of all ("1.5.0") or of one
    /// repository or application ("shop-web:1.5.0 orders:2.0.0"). Those that are not known are left out.
    [[nodiscard]] TargetSearch among(const std::vector<ApplicationKey> &keys, const QString &text) const;
    /// Another application of this instance has the same name in another namespace.
    [[nodiscard]] bool isAmbiguous(const ApplicationKey &key) const;
    [[nodiscard]] int count() const { return int(m_places.size()); }

private:
    struct Repository
    {
        ImageReference image; ///< without tag and digest
        QString name;         ///< familiar, in lower case
        QString shortName;    ///< behind the last slash
    };
    struct Use
    {
        int repository = 0;
        ImageReference image;
    };
    struct Listed
    {
        ApplicationEntry entry;  ///< null application: a free place
        QString name;            ///< in lower case
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
    void describe(TargetSearch &search, const std::vector<Hit> &hits) const;
    [[nodiscard]] std::vector<Hit> sameRepositories(const std::vector<Hit> &hits) const;
    [[nodiscard]] QStringList nearestTo(const TypedImage &typed) const;

    std::vector<Listed> m_listed;
    std::vector<int> m_free;
    QHash<ApplicationKey, int> m_places;
    QHash<QString, QHash<QString, int>> m_names; ///< by instance: how many have this name
    std::vector<Repository> m_repositories;      ///< never shrinks: repositories come back
    QHash<QString, int> m_byRepository;
    std::vector<Use> m_images;    ///< each once, and kept as long as repositories are
    QHash<QString, int> m_parsed; ///< positions in m_images, by what manifests write
};

} // namespace lynceus
