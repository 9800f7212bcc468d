#pragma once

#include "core/domain/newwatch/watchplan.h"

#include <QStringList>
#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace lynceus {

class ChipRow;
class WatchTargets;

/// The part of New watch for expected versions other than images, and for applications that are typed because a search
/// cannot find them.
class ExpectationForm final : public QWidget
{
    Q_OBJECT
public:
    explicit ExpectationForm(const WatchTargets &targets, QWidget *parent = nullptr);

    [[nodiscard]] ExpectedVersion::Kind kind() const;
    [[nodiscard]] Result<ExpectedVersion> version() const;
    /// The application is typed, not chosen from search results.
    [[nodiscard]] bool isNamed() const;
    /// @p image: from the field above; used if an image is expected.
    [[nodiscard]] Result<NamedApplication> named(const std::optional<ImageReference> &image) const;
    /// True if the applications managed by the named one are to be watched.
    [[nodiscard]] bool isParent() const;
    /// What is missing or invalid in these fields; empty if they are valid.
    [[nodiscard]] QString problem(const std::optional<ImageReference> &image) const;

Q_SIGNALS:
    /// The kind of version changed: other fields are shown.
    void kindChanged();
    /// The value changed, not the kind.
    void valueChanged();

private:
    void build();
    void listen();
    void showKind();
    void showInstances();

    const WatchTargets &m_targets;
    ChipRow *m_kinds;
    QLineEdit *m_version; ///< for a revision or chart version
    QCheckBox *m_awaits;
    QCheckBox *m_withChildren;
    QWidget *m_namedLine = nullptr;
    QLineEdit *m_name;
    ChipRow *m_instances;
    QStringList m_instanceIds; ///< in the order of their chips
};

} // namespace lynceus
