#pragma once

#include "core/domain/base/result.h"
#include "core/domain/model/instance.h"

#include <QHash>
#include <QSet>
#include <QStringView>

#include <vector>

namespace lynceus {

/// Characters of an instance's name: longer ones fit neither badge nor prompt.
inline constexpr qsizetype kLongestInstanceName = 40;

/// Instances that Lynceus keeps: each is followed all the time, with requests and a stream of its own, and has a card
/// in the window (docs/decisions/0111).
inline constexpr std::size_t kMostInstances = 1'000;

/// What people type before the colon in `staging:shop-web`, white space around it cut off.
/// BadInput: empty, too long, a colon, slash or white space in it, a dash in front (it would look like an option).
[[nodiscard]] Result<QString> parseInstanceName(const QString &text);

/// The instance with this name, without regard to case; null if there is none.
[[nodiscard]] const Instance *findInstance(const std::vector<Instance> &instances, QStringView name);

/// The instance with this id; null if there is none.
[[nodiscard]] const Instance *instanceWithId(const std::vector<Instance> &instances, QStringView id);

/// A name that none of @p instances has: @p wish, else with a number behind it.
[[nodiscard]] QString freeInstanceName(const QString &wish, const std::vector<Instance> &instances);

/// The colour of a small palette that the fewest of @p instances have, "#rrggbb". Each has a contrast of 3:1 or more
/// to white and to the dark theme's background (WCAG 2.1 §1.4.11, marks that are no text).
[[nodiscard]] QString nextColour(const std::vector<Instance> &instances);
[[nodiscard]] QStringList instanceColours();

/// As checkedInstance(), for many: each in the time of a look-up, beside those before it.
class InstanceChecker final
{
public:
    explicit InstanceChecker(const std::vector<Instance> &others);

    [[nodiscard]] bool hasId(const QString &id) const { return m_ids.contains(id); }
    /// If it is right, it is one of the others from then on.
    [[nodiscard]] Result<Instance> take(Instance instance);

private:
    void add(const Instance &instance);

    struct Owner
    {
        QString name;
        QUrl baseUrl;
    };
    QSet<QString> m_ids;
    QHash<QString, Owner> m_names; ///< by name, case-folded
    std::vector<int> m_uses;       ///< of each colour
};

/// Names and colours for many new instances beside those that there are, each in the time of a look-up.
class InstanceNaming final
{
public:
    explicit InstanceNaming(const std::vector<Instance> &instances);

    /// As freeInstanceName(), and it is taken from then on.
    [[nodiscard]] QString takeName(const QString &wish);
    /// As nextColour(), and it is used once more from then on.
    [[nodiscard]] QString takeColour();

private:
    QSet<QString> m_names;         ///< case-folded
    QHash<QString, int> m_numbers; ///< of a wish: the number to try next
    std::vector<int> m_uses;       ///< of each colour
};

/// @p instance as it may be kept beside @p others (those with its own id are left out): name trimmed, address without
/// trailing slash, a colour if it had none. BadInput names the field ("name", "address", "colour", …), what is wrong,
/// and what would be right. Does not look at files.
[[nodiscard]] Result<Instance> checkedInstance(Instance instance, const std::vector<Instance> &others);

} // namespace lynceus
