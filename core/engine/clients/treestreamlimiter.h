#pragma once

#include <QObject>

#include <vector>

namespace lynceus {

class TreeStreamLimiter;

/// The wish to hold a stream of one resource tree open. Destroying it gives the place back.
class TreeSlot final : public QObject
{
    Q_OBJECT
public:
    ~TreeSlot() override;

    /// The stream may be open now. It must be closed when this becomes false.
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

/// Who may hold a stream of a resource tree of one instance: few at a time, because each is a connection and a
/// subscription at the server. Watches come before views, and those that came first before later ones; a view yields to
/// a watch. Whoever has none polls.
class TreeStreamLimiter final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMost = 3; ///< per instance

    enum class For { Watch, View };

    explicit TreeStreamLimiter(QObject *parent = nullptr);
    ~TreeStreamLimiter() override;

    /// May be granted at once: look before you connect. Owned by @p parent, or by the caller if that is null.
    [[nodiscard]] TreeSlot *ask(For purpose, QObject *parent);

private:
    friend class TreeSlot;
    void grant();
    void give(TreeSlot *slot);

    std::vector<TreeSlot *> m_slots; ///< by rank, then by age
};

} // namespace lynceus
