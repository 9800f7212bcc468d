#pragma once

#include "core/engine/instances/instancestate.h"
#include "tests/support/fakeengine.h"

#include <QTemporaryDir>

class QWidget;

namespace lynceus::test {

/// Text that an attacker may write into any field of a cluster: markup that opens a file, escape sequences, direction
/// marks, invisible characters, line breaks.
class HostileText final
{
public:
    HostileText();

    /// Complaints name @p field.
    [[nodiscard]] QString in(const QString &field) const;

    /// Writes hostile text into every text field that a screen may show. The keys that tests and screens use stay.
    [[nodiscard]] InstanceState corrupted(InstanceState state) const;
    [[nodiscard]] Application corrupted(Application application) const;
    [[nodiscard]] ResourceTree corrupted(ResourceTree tree) const;
    [[nodiscard]] WatchRecord corrupted(WatchRecord watch) const;
    [[nodiscard]] ResourceEvent corrupted(ResourceEvent event) const;
    /// Changes everything in @p engine, and adds applications and watches with hostile names.
    void corrupt(FakeEngine &engine) const;

    /// Whether the image in the markup was opened.
    [[nodiscard]] bool wasOpened() const;

private:
    QTemporaryDir m_folder;
    QString m_picture;
    int m_watch = -1; ///< inotify descriptor
};

/// Complaints about @p root and its windows: labels, tool tips, models of lists and text browsers that interpret text
/// as markup or show invisible characters. Shows every tool tip once.
[[nodiscard]] QStringList interpretationsIn(QWidget &root);

} // namespace lynceus::test
