#pragma once

#include "core/domain/base/result.h"
#include "core/domain/model/instance.h"

#include <QHash>
#include <QSet>
#include <QStringView>

#include <vector>

namespace lynceus {

/// Maximum number of characters that fit badge and prompt.
inline constexpr qsizetype kLongestInstanceName = 40;

/// Maximum number of instances: each has its own requests and stream all the time, and a card in the window
/// (docs/decisions/0111).
inline constexpr std::size_t kMostInstances = 1'000;

/// Parses the name before the colon in `staging:shop-web`, trimmed. BadInput: empty, too long, contains a colon, slash
/// or white space, or starts with a dash (like an option).
[[nodiscard]] Result<QString> parseInstanceName(const QString &text);

/// The instance with this name, case-insensitive; null if there is none.
[[nodiscard]] const Instance *findInstance(const std::vector<Instance> &instances, QStringView name);

/// The instance with this id; null if there is none.
[[nodiscard]] const Instance *instanceWithId(const std::vector<Instance> &instances, QStringView id);

/// @p wish, or if an instance has that name, @p wish with a number.
[[nodiscard]] QString freeInstanceName(const QString &wish, const std::vector<Instance> &instances);

/// The colour of the palette that the fewest of @p instances have, "#rrggbb". Each has a contrast of at least 3:1 to
/// white and to the dark theme's background (WCAG 2.1 §1.4.11, non-text).
[[nodiscard]] QString nextColour(const std::vector<Instance> &instances);
[[nodiscard]] QStringList instanceColours();

/// checkedInstance() for many instances: each takes constant time and is also checked against those before it.
class InstanceChecker final
{
public:
    explicit InstanceChecker(const std::vector<Instance> &others);

    [[nodiscard]] bool hasId(const QString &id) const { return m_ids.contains(id); }
    /// A valid instance counts as one of the others afterwards.
    [[nodiscard]] Result<Instance> take(Instance instance);

private:
    void add(const Instance &instance);

    struct Owner
    {
        QString name;
        QUrl baseUrl;
    };
    QSet<QString> m_ids;
    QHash<QString, Owner> m_names; ///< by case-folded name
    std::vector<int> m_uses;       ///< by colour
};

/// Names and colours for many new instances, each in constant time.
class InstanceNaming final
{
public:
    explicit InstanceNaming(const std::vector<Instance> &instances);

    /// Like freeInstanceName(); the name is in use afterwards.
    [[nodiscard]] QString takeName(const QString &wish);
    /// Like nextColour(); counts the colour as used once more.
    [[nodiscard]] QString takeColour();

private:
    QSet<QString> m_names;         ///< case-folded
    QHash<QString, int> m_numbers; ///< by wish: next number to try
    std::vector<int> m_uses;       ///< by colour
};

/// @p instance as it can be stored beside @p others (ignoring one with the same id): name trimmed, address without
/// trailing slash, a colour if it had none. BadInput with field ("name", "address", "colour", …), problem and remedy.
/// Does not check files.
[[nodiscard]] Result<Instance> checkedInstance(Instance instance, const std::vector<Instance> &others);

} // namespace lynceus
