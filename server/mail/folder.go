package mail

import (
	"context"
	"fmt"

	"latchkey/ent"
	"latchkey/ent/folder"
	"latchkey/server/nodeid"
)

// standardFolders are what every mailbox has, in the order people see them.
var standardFolders = []struct {
	role folder.Role
	name string
}{
	{folder.RoleINBOX, "Inbox"},
	{folder.RoleDRAFTS, "Drafts"},
	{folder.RoleSENT, "Sent"},
	{folder.RoleARCHIVE, "Archive"},
	{folder.RoleSPAM, "Spam"},
	{folder.RoleTRASH, "Trash"},
}

// createFolders gives a mailbox the standard folders that it lacks. A mailbox
// is made with all of them; delivery does not depend on that.
func createFolders(ctx context.Context, folders *ent.FolderClient, mailbox nodeid.ID, has map[folder.Role]nodeid.ID) (map[folder.Role]nodeid.ID, error) {
	var creates []*ent.FolderCreate
	for _, standard := range standardFolders {
		if has[standard.role] == "" {
			creates = append(creates, folders.Create().SetMailboxID(mailbox).SetRole(standard.role).SetName(standard.name))
		}
	}
	rows, err := folders.CreateBulk(creates...).Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("create folders: %w", err)
	}
	made := map[folder.Role]nodeid.ID{}
	for _, row := range rows {
		made[*row.Role] = row.ID
	}
	return made, nil
}

// folderRank orders folders as people see them: those with a role, then their own by name.
func folderRank(f *ent.Folder) int {
	for rank, standard := range standardFolders {
		if f.Role != nil && *f.Role == standard.role {
			return rank
		}
	}
	return len(standardFolders)
}
