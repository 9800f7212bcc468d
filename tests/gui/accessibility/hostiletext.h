#pragma once

#include "core/engine/instances/instancestate.h"
#include "tests/support/fakeengine.h"

#include <QTemporaryDir>

class QWidget;

namespace lynceus::test {

/// Text as somebody may write it into any field of a cluster to be shown by others: markup that opens a file, escape
/// sequences, marks of direction, what cannot be seen, more lines.
class HostileText final
{
public:
    HostileText();

    /// @p field says where it was, in complaints.
    [[nodiscard]] QString in(const QString &field) const;

    /// Into every field of text that a screen may show; keys by which tests and screens find things stay.
    [[nodiscard]] InstanceState spoilt(InstanceState state) const;
    [[nodiscard]] Application spoilt(Application application) const;
    [[nodiscard]] ResourceTree spoilt(ResourceTree tree) const;
    [[nodiscard]] WatchRecord spoilt(WatchRecord watch) const;
    [[nodiscard]] ResourceEvent spoilt(ResourceEvent event) const;
    /// All that @p engine has, and more: applications and watches with hostile names.
    void spoil(FakeEngine &engine) const;

    /// Whether anybody has opened the picture that the markup names.
    [[nodiscard]] bool wasOpened() const;

private:
    QTemporaryDir m_folder;
    QString m_picture;
    int m_watch = -1; ///< inotify's descriptor
};

/// Of what is in @p root and its windows: labels, tool tips, models of lists, text browsers that take text for markup
/// or let through what is hidden. Shows every tool tip once.
[[nodiscard]] QStringList interpretationsIn(QWidget &root);

} // namespace lynceus::test
