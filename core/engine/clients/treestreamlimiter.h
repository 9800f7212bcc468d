#pragma once

#include <QObject>

#include <vector>

namespace lynceus {

class TreeStreamLimiter;

/// A request to stream one resource tree. Destroying it frees its place.
class TreeSlot final : public QObject
{
    Q_OBJECT
public:
    ~TreeSlot() override;

    /// Whether the stream may be open. Close it when this becomes false.
    [[nodiscard]] bool isGranted() const { return m_granted; }

Q_SIGNALS:
    void grantedChanged(bool granted);

private:
    friend class TreeStreamLimiter;
    TreeSlot(TreeStreamLimiter &treeStreamLimiter, int rank, QObject *parent);

    TreeStreamLimiter *m_slots;
    int m_rank;
    bool m_granted = false;
};

/// Limits the number of tree streams of one instance, because each is a connection and a subscription at the server.
/// Watches have priority over views, then earlier slots over later ones; a view loses its place to a watch. Without a
/// granted slot, poll.
class TreeStreamLimiter final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMost = 3; ///< per instance

    enum class For { Watch, View };

    explicit TreeStreamLimiter(QObject *parent = nullptr);
    ~TreeStreamLimiter() override;

    /// May be granted on return; check isGranted() before you connect to its signal. Owned by @p parent, or by the
    /// caller if that is null.
    [[nodiscard]] TreeSlot *ask(For purpose, QObject *parent);

private:
    friend class TreeSlot;
    void grant();
    void give(TreeSlot *slot);

    std::vector<TreeSlot *> m_slots; ///< sorted by rank, then by age
};

} // namespace lynceus
